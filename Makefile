# Đồng Hành. `make` alone lists what can be done.

PYTHON := $(shell command -v python3.11 || command -v python3)
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.made
SYSTEM := chromium espeak-ng ffmpeg poppler-utils

# Each of the many processes that the tests start would compile everything anew without it.
export PYTHONDONTWRITEBYTECODE :=

.DEFAULT_GOAL := help
.PHONY: help setup run test check fast lock system types sqlite postgresql browser coverage

help:  ## List the targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "  make %-10s %s\n", $$1, $$2}' Makefile

setup: $(STAMP)  ## Make .venv and install everything from the hashed lock

$(STAMP): requirements.lock pyproject.toml tools/machine.sh
	@sh tools/machine.sh "$(PYTHON)"
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@echo "Installing from requirements.lock; the first time takes some minutes ..."
	@$(BIN)/python -m pip install -qq --disable-pip-version-check --no-compile --require-hashes -r requirements.lock
	@$(BIN)/python -m pip install -qq --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $(STAMP)

run: setup  ## Set up and start on 127.0.0.1:8000 (HOST=… PORT=… for another)
	@$(if $(HOST),DONGHANH_HOST="$(HOST)") $(if $(PORT),DONGHANH_PORT="$(PORT)") exec $(BIN)/donghanh run

test:  ## Set up, check the house, run every test; what CI calls
	@$(MAKE) --no-print-directory -j2 setup system
	@sh tools/both.sh "$(MAKE)"

check: setup types  ## Style, types, staircase, migrations and the house's own tests
	@$(BIN)/python -m pytest -q tests/house

types:
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-logo
	@$(BIN)/python -m tools.doors
	@DONGHANH_HOME=$$(mktemp -d) $(BIN)/python -m django makemigrations --check --dry-run --settings donghanh.settings

fast: setup  ## The tests that need no database, in seconds, for the inner loop
	@$(BIN)/python -m pytest -q --fast donghanh -k "not prints and not speech"

sqlite: check
	@$(BIN)/python -m pytest -m "not browser" --durations=10 --ignore tests/house

coverage: setup  ## The tests without a browser, every line traced: rules whole, the package 90 %
	@$(BIN)/coverage run -m pytest -q -m "not browser" --ignore tests/house
	@$(BIN)/python -m tools.coverage_aims

postgresql:
	@$(BIN)/python -m pytest -m "not browser" --db postgresql --durations=10 --ignore tests/house --ignore donghanh/web

browser:
	@$(BIN)/python -m pytest -m browser tests/journeys/test_walk.py --db postgresql
	@$(BIN)/python -m pytest -m browser tests/journeys --durations=10 --ignore tests/journeys/test_walk.py

lock: setup  ## Pin every dependency again in requirements.lock
	@sh tools/lock.sh "$(BIN)"

# Chromium, a voice, ffmpeg and pdftoppm for the tests, where this machine lets us install them.
system:
	@sh tools/system.sh $(SYSTEM)
