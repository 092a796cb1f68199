@echo off
rem Starts e-Daksh on this computer, without the internet. The first time it installs into this folder (a few minutes).
rem What people write is kept in the folder "data" beside this file.
setlocal EnableExtensions DisableDelayedExpansion
cd /d "%~dp0" || goto failed
set PYTHONUTF8=1
set PYTHONHOME=
set PYTHONPATH=
fc /b wheels.txt venv\wheels.txt >nul 2>nul || goto install
rem A venv that was carried here from another computer looks for that one's Python.
venv\Scripts\python -c "" >nul 2>nul && goto run

:install
if not "%CD:~100,1%"=="" (
  echo The path of this folder is too long for Windows. Copy the folder to C:\edaksh and start it there.
  goto failed
)
set "FITS=import sys, sysconfig; sys.exit(sysconfig.get_platform() != 'win-amd64' or not (3, 11) <= sys.version_info[:2] <= (3, 13))"
set PYTHON=
rem The newer "py" would fetch a Python that isn't there from the internet.
set PYTHON_MANAGER_AUTOMATIC_INSTALL=false
for %%v in (3.13 3.12 3.11) do if not defined PYTHON py -%%v -c "%FITS%" >nul 2>nul && set PYTHON=py -%%v
if not defined PYTHON python -c "%FITS%" >nul 2>nul && set PYTHON=python
if not defined PYTHON (
  echo Python 3.11, 3.12 or 3.13, 64 bit, is needed. Its installer from python.org can come on the same USB stick.
  goto failed
)
echo Installing, a few minutes ...
if exist venv rmdir /s /q venv
if exist venv (
  echo e-Daksh is still open in another window. Close that one first.
  goto failed
)
%PYTHON% -m venv venv || goto failed
rem The settings that this account gives its own pip are not for here.
set PIP_CONFIG_FILE=nul
set PIP_DISABLE_PIP_VERSION_CHECK=1
venv\Scripts\python -m pip install --quiet --no-index --find-links wheels edaksh || goto failed
copy /y wheels.txt venv\wheels.txt >nul

:run
venv\Scripts\python -m assistant serve %*
if not errorlevel 1 exit /b 0
rem Ctrl+C ends it, and is no failure.
if errorlevel 130 if not errorlevel 131 exit /b 0

:failed
echo.
echo It did not start. The reason is above.
pause
exit /b 1
