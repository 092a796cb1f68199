#!/bin/sh
# Starts e-Daksh for the whole lab: the other computers open the address that it prints.
exec "$(dirname "$0")/start.sh" --host 0.0.0.0 "$@"
