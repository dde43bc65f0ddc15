# The verbs of the house. `make site` and `make test` are all that a newcomer needs: Python 3.11 or newer is enough for
# the first, the second says what else it wants. Everything is installed into .venv; stamp files there remember what
# was installed from what, so that nothing is done twice.

SHELL := bash
.SHELLFLAGS := -euo pipefail -c
MAKEFLAGS += --no-builtin-rules --no-print-directory
.DELETE_ON_ERROR:
.NOTPARALLEL:

# Material says on every run that its maintenance ends; our documentation says it once.
export NO_MKDOCS_2_WARNING := 1
export PIP_DISABLE_PIP_VERSION_CHECK := 1
# The package that runs is the one that was built and installed, never the sources beside it.
unexport PYTHONPATH

PYTHON ?= $(firstword $(foreach name,python3 python3.14 python3.13 python3.12 python3.11,$(shell \
	$(name) -c 'import sys, venv, ensurepip; sys.version_info >= (3, 11) and print("$(name)")' 2>/dev/null)))
TEST_WORKERS ?= 2

VENV := .venv
BIN := $(VENV)/bin
PIP_INSTALL := $(BIN)/python -m pip install -qq
TOOLS := tests/tools

# Folders are listed as well as files: a file that is deleted makes its folder newer.
PACKAGE := pyproject.toml LICENSE README.md $(shell find generator theme licenses content/pages/reference/diagnostics \
	-not -path '*/__pycache__*' 2>/dev/null)

.PHONY: help setup site test serve check bench overlap golden messages lock clean

help:
	@sed -n 's/^## //p' Makefile

## make setup    install fasti into .venv
setup: $(VENV)/.fasti

## make site     build the chronology of this repository into site/
site: $(VENV)/.fasti
	@$(BIN)/fasti build --strict

## make test     run every test, on the built package, with a browser
test: $(VENV)/.fasti $(VENV)/.tests $(TOOLS)/node_modules/.tools
	@$(BIN)/python -m pytest -q --on-wheel -n $(TEST_WORKERS) --dist loadfile

## make check    format, lint, types, content and its layout, as CI checks them
check: $(VENV)/.fasti $(VENV)/.tests
	@echo "check: format, lint, types, content"
	@$(BIN)/ruff format --quiet --check generator tests
	@$(BIN)/ruff check --quiet generator tests
	@$(BIN)/mypy --no-error-summary
	@$(BIN)/fasti check --strict
	@$(BIN)/fasti fmt --check
	@$(BIN)/fasti schema --check

## make serve    show the site while you edit, at the address it prints
serve: $(VENV)/.fasti
	@$(BIN)/fasti serve

## make bench    measure builds of 100, 1,000 and 10,000 events, and what readers pay; one part: BENCH="--only reader"
bench: $(VENV)/.fasti $(VENV)/.tests $(TOOLS)/node_modules/.tools
	@$(BIN)/python -m tests.bench $(BENCH)

## make overlap  tell wording shared with the documents: make overlap SOURCES=folder of their texts
overlap: $(BIN)/python
	@$(BIN)/python tests/content/overlap.py "$(SOURCES)"

## make golden   write the expected outputs anew; read the difference before you commit it
golden: $(VENV)/.fasti $(VENV)/.tests $(TOOLS)/node_modules/.tools
	@$(BIN)/python -m pytest -q --on-wheel --golden=update

## make messages  gather the words of the interface into its catalogues: new ones empty, unused ones gone
messages: $(VENV)/.tests
	@$(BIN)/python -m tests.kit.messages

## make lock     pin the newest allowed versions, with the hashes of the public files
lock: $(VENV)/.tests
	@echo "lock: resolving (takes a minute)"
	@for lock in "requirements.lock pyproject.toml requirements.in" "requirements-test.lock requirements-test.in"; do \
		env -u PIP_EXTRA_INDEX_URL -u PIP_FIND_LINKS PIP_CONFIG_FILE=/dev/null $(BIN)/python -m piptools compile \
			--quiet --upgrade --generate-hashes --allow-unsafe --strip-extras --no-header --annotation-style=line \
			--no-emit-index-url --no-emit-find-links --no-emit-trusted-host --output-file $$lock; done
	@cd $(TOOLS) && npm install --package-lock-only --silent

## make clean    delete what was made, except .venv
clean:
	@rm -rf site .cache .artifacts .hypothesis dist $(TOOLS)/node_modules

$(BIN)/python:
	@test -n "$(PYTHON)" || { echo "make: Python 3.11 or newer with venv is needed" \
		"(on Debian: apt install python3 python3-venv)" >&2; exit 2; }
	@echo "setup: $(VENV) with $$($(PYTHON) --version)"
	@$(PYTHON) -m venv $(VENV)

$(VENV)/.requirements: requirements.lock | $(BIN)/python
	@echo "setup: installing the locked requirements"
	@$(PIP_INSTALL) --require-hashes -r requirements.lock
	@touch $@

$(VENV)/.fasti: $(VENV)/.requirements $(PACKAGE)
	@echo "setup: building and installing fasti"
	@$(PIP_INSTALL) --no-deps --no-build-isolation --force-reinstall .
	@touch $@

$(VENV)/.tests: requirements-test.lock $(VENV)/.requirements
	@echo "setup: installing the locked requirements of the tests"
	@$(PIP_INSTALL) --require-hashes -r requirements-test.lock
	@touch $@

$(TOOLS)/node_modules/.tools: $(TOOLS)/package.json $(TOOLS)/package-lock.json system-tools
	@[ $@ -nt $(TOOLS)/package-lock.json ] || { echo "setup: installing the locked npm tools of the tests" && \
		cd $(TOOLS) && npm ci --silent && touch node_modules/.tools; }

# Asked on every run, because it takes no time and a machine changes under a stamp.
.PHONY: system-tools
system-tools:
	@$(TOOLS)/system-tools
