# What can be done here. Whatever is installed goes into .venv in this folder, nothing elsewhere.
#   make run      starts the app (HOST=0.0.0.0 for a lab, PORT=7861 for another port)
#   make test     tries everything (ARGS="-k letter" a part of it)
#   make test-llama  the answers of a real llama.cpp server, whose weights are random, are no letters
#   make check    style, types and content files
#   make sheet    every form in both languages on one page, dist/sheet.html (ARGS="--state goi" another norm)
#   make bench    how fast it is, and what the reviewer finds
#   make learn    what sentences sound like a fault, anew from those marked in bench/marked
#   make wheel    one file to install elsewhere, in dist/
#   make bundle   one folder that installs without the internet, for a USB stick, in dist/bundle
#   make lock     new lock files after a change of dependencies; needs uv (ARGS=--upgrade for newer releases)

MAKEFLAGS += --no-builtin-rules --no-print-directory
.PHONY: help run test test-llama check bench learn sheet wheel bundle lock venv
.DELETE_ON_ERROR:

PORT ?= 7860
# Some shells export HOST, and it is the name of the machine: that would open the app to the network unasked.
ifneq ($(origin HOST),command line)
HOST := $(shell case "$$HOST" in (*[!0-9.]*|"") echo 127.0.0.1 ;; (*) echo "$$HOST" ;; esac)
endif

PYTHONS := python3.13 python3.12 python3.11 python3
UV := uv
BIN := .venv/bin
PIP := PIP_CACHE_DIR=.venv/cache PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_USER=0 $(BIN)/python -m pip install

# A .venv that was cut short while it was made, came here with a moved folder, or lost its Python to an upgrade, is made anew.
SOUND := $(shell [ "$$(cat .venv/made 2>/dev/null)" = "$$(pwd -P)" ] && $(BIN)/python -c 'import pip' 2>/dev/null && echo yes)
VENV := $(if $(SOUND),,venv)

help:
	@sed -n 's/^#   //p' Makefile

run: .venv/run
	@exec $(BIN)/python -m assistant serve --host "$(HOST)" --port "$(PORT)"

# The screens wait for a browser most of the time, so they are tried beside the rest, in two halves; what is said of them
# comes at the end.
WALK := tests/ui/test_walk.py tests/ui/test_server.py
test: .venv/dev
ifdef ARGS
	@$(BIN)/python -m pytest $(ARGS)
else
	@$(BIN)/python -m pytest $(WALK) >.venv/walk.log 2>&1 & walk=$$!; \
	$(BIN)/python -m pytest tests/ui $(WALK:%=--ignore=%) >.venv/screens.log 2>&1 & screens=$$!; \
	trap 'kill $$walk $$screens 2>/dev/null' INT TERM; \
	$(BIN)/python -m pytest --ignore=tests/ui; rest=$$?; \
	wait $$walk; walk=$$?; wait $$screens; screens=$$?; cat .venv/walk.log .venv/screens.log; \
	exit $$((rest ? rest : walk ? walk : screens))
endif

# A server from a wheel, in a folder of its own: neither the app nor the other tests know of it.
test-llama: .venv/dev .venv/llama
	@PYTHONPATH=.venv/llama $(BIN)/python -m pytest tests/model/llama.py
.venv/llama:
	@echo 'Fetching llama.cpp: about 30 MB ...'
	@$(PIP) --quiet --only-binary :all: --no-deps --target $@ xllamacpp==2026.10.11549 gguf==0.19.0

check: .venv/dev
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check --quiet . || { echo 'Some files are not laid out as they should be: .venv/bin/ruff format .'; exit 1; }
	@$(BIN)/mypy
	@$(BIN)/python -m assistant content check

bench: .venv/dev
	@for file in bench/[!_]*.py; do [ ! -e "$$file" ] || $(BIN)/python "$$file" || exit; done

# Nothing else needs scikit-learn.
learn: .venv/dev .venv/learn
	@PYTHONPATH=.venv/learn:bench $(BIN)/python bench/marked/learn.py
.venv/learn:
	@echo 'Fetching scikit-learn: about 60 MB ...'
	@$(PIP) --quiet --only-binary :all: --target $@ scikit-learn==1.9.1

sheet: .venv/dev
	@mkdir -p dist
	@$(BIN)/python tests/sheet.py -o dist/sheet.html $(ARGS)

wheel: .venv/dev
	@rm -rf dist && $(BIN)/python -m build --wheel --no-isolation && ls dist/*.whl

bundle: .venv/dev
	@$(BIN)/python bundle/bundle.py

lock:
	@command -v $(UV) >/dev/null || { echo 'make lock needs uv: pipx install uv (or make lock UV=/where/it/is)'; exit 1; }
	@$(LOCK) --group build --output-file requirements.lock
	@$(LOCK) --group build --group dev --constraint requirements.lock --output-file requirements-dev.lock
LOCK = $(UV) pip compile pyproject.toml --quiet --universal --python-version 3.11 --no-emit-index-url --generate-hashes \
	--custom-compile-command 'make lock' $(ARGS)

# Each lock has a stamp that is written when all of it is in. The project itself is a link to this folder.
.venv/run: requirements.lock pyproject.toml $(VENV)
	@echo 'Installing what the app needs into .venv: about a minute, 100 MB to fetch ...'
	@$(call install,requirements.lock)
	@touch $@

.venv/dev: requirements.lock requirements-dev.lock pyproject.toml $(VENV)
	@echo 'Installing what the app and its tests need into .venv: about a minute, 180 MB to fetch ...'
	@$(call install,requirements-dev.lock)
	@touch .venv/run $@

# Wheels only: building a package would fetch and run what no lock names. The downloads are kept until all is in. Of
# what pip tells only a dot a package is shown, and what goes wrong; `done` carries its exit status past the pipe.
install = { $(PIP) --require-hashes --only-binary :all: --requirement $(1) \
	&& $(PIP) --quiet --no-deps --no-build-isolation --editable .; echo done $$?; } \
	| while read -r word rest; do case $$word in Collecting) printf . ;; done) echo; exit $$rest ;; esac; done \
	|| { echo 'Not everything could be installed (the reason is above); the same command goes on from here.'; exit 1; }; \
	rm -rf .venv/cache

# Debian and Ubuntu ship venv apart from Python: the first Python that has all is taken, and what lacks is named.
venv:
	@for name in $(PYTHONS); do \
	  $$name -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || continue; \
	  if $$name -c 'from ensurepip import bootstrap; import venv' 2>/dev/null; then python=$$name; break; else lacks=$$name; fi; \
	done; \
	if [ -n "$$python" ]; then \
	  rm -rf .venv && $$python -m venv .venv && pwd -P > .venv/made; \
	elif [ -n "$$lacks" ]; then \
	  echo "Python's venv module is not there: sudo apt install $$lacks-venv"; exit 1; \
	else \
	  echo 'Python 3.11 or newer is not there: sudo apt install python3 python3-venv'; \
	  echo '(on Ubuntu 22.04, whose python3 is older: sudo apt install python3.11 python3.11-venv)'; exit 1; \
	fi
