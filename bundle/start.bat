@echo off
rem Starts e-Daksh on this computer, without the internet. The first time it installs into this folder (a few minutes).
rem What people write is kept in the folder "data" beside this file.
setlocal
cd /d "%~dp0"
set PYTHONUTF8=1
if not exist venv\Scripts\edaksh.exe goto install
fc /b wheels.txt venv\wheels.txt >nul 2>nul && goto run

:install
set PYTHON=
for %%v in (3.13 3.12 3.11) do if not defined PYTHON py -%%v -c "" >nul 2>nul && set PYTHON=py -%%v
if not defined PYTHON python -c "import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))" >nul 2>nul && set PYTHON=python
if not defined PYTHON (
  echo Python 3.11, 3.12 or 3.13, 64 bit, is needed. Its installer from python.org can come on the same USB stick.
  goto failed
)
echo Installing, a few minutes ...
if exist venv rmdir /s /q venv
%PYTHON% -m venv venv || goto failed
set PIP_NO_INDEX=1
set PIP_DISABLE_PIP_VERSION_CHECK=1
venv\Scripts\python -m pip install --quiet --no-index --find-links wheels edaksh || goto failed
copy /y wheels.txt venv\wheels.txt >nul

:run
venv\Scripts\python -m assistant serve %*
if not errorlevel 1 exit /b 0

:failed
echo.
echo It did not start. The reason is above.
pause
exit /b 1
