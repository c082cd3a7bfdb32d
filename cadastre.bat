@echo off
rem Starts Cadastre: without arguments the workbench, with arguments the command line.
setlocal EnableExtensions
set "install=%~dp0"
set "java="
for %%H in ("%CADASTRE_JAVA_HOME%" "%JAVA_HOME%") do if not defined java call :try "%%~H"
if not defined java for /d %%H in ("%ProgramFiles%\Eclipse Adoptium\*" "%ProgramFiles%\Java\*" "%ProgramFiles%\Microsoft\jdk*" "%ProgramFiles%\Zulu\*" "%USERPROFILE%\.jdks\*") do if not defined java call :try "%%~H"
if not defined java (
    echo cadastre: no Java 21 or newer found; install a JDK 21 ^(or newer^) or set JAVA_HOME to one 1>&2
    exit /b 2
)
set "launcher="
for %%L in ("%install%plugins\org.eclipse.equinox.launcher_*.jar") do set "launcher=%%~L"
if not defined launcher (
    echo cadastre: %install% is not complete; unpack Cadastre again 1>&2
    exit /b 2
)
set "cache=%LOCALAPPDATA%\Cadastre\cache"
set "options=-Djava.awt.headless=true --enable-native-access=ALL-UNNAMED"
if "%~1"=="" (
    start "" "%java%\bin\javaw.exe" %options% "-Djava.util.logging.config.file=%install%logging.properties" -jar "%launcher%" -data @noDefault -configuration "%cache%\workbench"
    exit /b 0
)
"%java%\bin\java.exe" %options% "-Djava.util.logging.config.file=%install%logging.properties" -jar "%launcher%" -application org.cadastre.cli.application -nosplash -data @none -configuration "%cache%\command-line" -vmargs %*
exit /b %ERRORLEVEL%

:try
if "%~1"=="" exit /b
if not exist "%~1\bin\java.exe" exit /b
for /f "tokens=2 delims==" %%V in ('findstr /b "JAVA_VERSION=" "%~1\release" 2^>nul') do for /f "delims=." %%M in ("%%~V") do if %%M GEQ 21 set "java=%~1"
exit /b
