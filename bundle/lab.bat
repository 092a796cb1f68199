@echo off
rem Starts e-Daksh for the whole lab: the other computers open the address that it prints.
"%~dp0start.bat" --host 0.0.0.0 %*
