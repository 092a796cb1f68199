#!/bin/sh
# Starts e-Daksh on this computer, without the internet. The first time it installs into this folder (about two minutes).
# What people write is kept in the folder "data" beside this file.
set -eu
cd "$(dirname "$0")"

unset PYTHONHOME PYTHONPATH
# A venv that was carried here from another computer looks for that one's Python.
if ! cmp -s wheels.txt venv/wheels.txt || ! venv/bin/python -c '' 2>/dev/null; then
  python=
  for name in python3.13 python3.12 python3.11 python3; do
    if "$name" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))' 2>/dev/null; then python=$name; break; fi
  done
  if [ -z "$python" ]; then
    echo "Python 3.11, 3.12 or 3.13 is needed. / Python 3.11, 3.12 या 3.13 चाहिए।"; exit 1
  fi
  echo "Installing, about two minutes … / स्थापित हो रहा है, लगभग दो मिनट …"
  rm -rf venv
  # Copies, not links: a USB stick's file system has no links. Debian and Ubuntu ship venv apart from Python.
  "$python" -m venv --copies venv || { echo "Python's venv is not there: sudo apt install python3-venv"; exit 1; }
  PIP_CONFIG_FILE=/dev/null PIP_DISABLE_PIP_VERSION_CHECK=1 venv/bin/python -m pip install --quiet --no-index --find-links wheels edaksh
  cp wheels.txt venv/wheels.txt
fi
exec venv/bin/python -m assistant serve "$@"
