# `make lab` opens the explorer, `make test` runs every check. Both create .venv first and can be run again.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
NPM := $(BIN)/python tools/npm.py
PIP_INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable

.PHONY: lab test lint page page-test unit notebooks-test browser bench fuzz soak photos notebooks weights wheel clean

lab: $(VENV)/.runtime
	$(BIN)/mnistviz lab

test: lint page-test unit notebooks-test browser
	@echo "All checks passed."

lint: $(VENV)/.test
	@echo "== lint, types, import contracts"
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

page: page-test
	@echo "== building the page into mnistviz/jupyter/static"
	$(NPM) run --silent build

page-test: frontend/node_modules/.installed
	@echo "== the page: types, lint and unit tests"
	$(NPM) run --silent check
	$(NPM) run --silent test

unit: frontend/node_modules/.installed
	@echo "== unit, model and widget tests"
	$(BIN)/python -m pytest --numprocesses 2 --dist loadfile tests/unit tests/hostile tests/photos tests/soak tests/widgets tests/model tests/notebooks

notebooks-test: $(VENV)/.test
	@echo "== notebooks, every output compared"
	$(BIN)/python -m pytest --nbval --nbval-current-env --nbval-sanitize-with tests/notebooks/sanitize.cfg notebooks

browser: $(VENV)/.test
	@echo "== JupyterLab in Chromium"
	@sh tools/get_chromium.sh $(BIN)
	$(BIN)/python -m pytest tests/browser

bench: $(VENV)/.test
	@sh tools/get_chromium.sh $(BIN)
	$(BIN)/python -m tests.benchmarks

fuzz: $(VENV)/.test
	@echo "== thousands of random and mutated files and drawings, others each time"
	$(BIN)/python -m pytest --hypothesis-profile=fuzz tests/hostile/test_fuzz.py

soak: $(VENV)/.test
	@echo "== ten minutes of use, and what they leave behind"
	@sh tools/get_chromium.sh $(BIN)
	$(BIN)/python -m tests.soak

photos: $(VENV)/.test
	@echo "== how well made photos are read, by kind (ten minutes)"
	$(BIN)/python -m tests.photos $(if $(MNIST),--mnist "$(MNIST)")

notebooks: $(VENV)/.test
	@echo "== running the notebooks and keeping their outputs"
	$(BIN)/python tools/run_notebooks.py

weights: $(VENV)/.runtime
	@test -n "$(MNIST)" -a -n "$(PEN)" || { echo "Say where the data are: make weights MNIST=mnist.npz PEN=pen_train.npz"; exit 1; }
	$(BIN)/mnistviz train --mnist "$(MNIST)" --pen "$(PEN)"

wheel: $(VENV)/.test
	$(BIN)/python -m pip wheel --quiet --no-deps --wheel-dir dist .

clean:
	rm -rf $(VENV) frontend/node_modules dist build test-results .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache

$(VENV)/.runtime: pyproject.toml constraints.txt
	@echo "== installing mnistviz into $(VENV) (a few minutes and about 1.5 GB the first time)"
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(PIP_INSTALL) '.[all]'
	@touch $@

$(VENV)/.test: $(VENV)/.runtime
	@echo "== installing the tools of the tests into $(VENV)"
	$(PIP_INSTALL) '.[test]'
	@touch $@

frontend/node_modules/.installed: frontend/package-lock.json $(VENV)/.test
	@echo "== installing the tools of the page into frontend/node_modules"
	$(NPM) ci --silent
	@touch $@
