# `make help` lists the targets. Those that need .venv create it first; all can be run again.

PYTHON ?= python3
VENV := .venv
# What an administrator installs for a class. Another environment than .venv: it has a hub, and nothing of the tests.
HUB := .venv-hub
# Other hosts of notebooks than JupyterLab, in the versions that they are tested with. Without TensorFlow.
HOSTS := .venv-hosts
BIN := $(VENV)/bin
NPM := $(BIN)/python tools/npm.py
PIP_INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable
# Tests of one file stay together: they share what takes seconds to make. Two processes share two cores, so each computes in one thread.
TEST_ON_TWO_PROCESSES := OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1 TF_NUM_INTRAOP_THREADS=1 TF_NUM_INTEROP_THREADS=1 \
	$(BIN)/python -m pytest --numprocesses 2 --dist loadfile --durations 20
IN_PYTHON := tests/unit tests/why tests/hostile tests/photos tests/soak tests/classroom tests/widgets tests/model tests/notebooks
# `make bench` compares with this version, if the repository has it.
BEFORE := ec77f33
# `make photos` reports on real photos, too, if this folder has some. They are not part of the project.
PHOTOS ?= $(wildcard ../shared/data/photos)

.PHONY: lab help hooks test lint page page-test unit notebooks-test browser thorough firefox bench fuzz soak class class-test hosts-test photos why pictures notebooks translations weights ink digit-map site dist grading lite-test clean

lab: $(VENV)/.runtime ## open the explorer in JupyterLab
	$(BIN)/mnistviz lab

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-15s %s\n", $$1, $$2 }' Makefile

hooks: frontend/node_modules/.installed ## check each commit and push with pre-commit
	$(BIN)/pre-commit install

test: lint page-test unit notebooks-test browser ## the checks of each change, in about 20 minutes on two cores
	@echo "All checks passed."

lint: $(VENV)/.test ## Python: lint, format, types, import rules
	@echo "== lint, types, import contracts"
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

page: page-test ## test the page and build it into mnistviz/*/static
	@echo "== building the page into mnistviz/jupyter/static and mnistviz/export/static"
	$(NPM) run --silent build

page-test: frontend/node_modules/.installed ## the page: types, lint, unit tests
	@echo "== the page: types, lint and unit tests"
	$(NPM) run --silent check
	$(NPM) run --silent test

unit: frontend/node_modules/.installed ## unit, widget and model tests
	@echo "== unit, model and widget tests"
	$(TEST_ON_TWO_PROCESSES) -m "not thorough" $(IN_PYTHON)

notebooks-test: $(VENV)/.test ## run the notebooks and compare every output
	@echo "== notebooks, every output compared"
	LANGUAGE=en $(TEST_ON_TWO_PROCESSES) --nbval --nbval-current-env --nbval-sanitize-with tests/notebooks/sanitize.cfg notebooks

browser: $(VENV)/.test ## JupyterLab in Chromium
	@echo "== JupyterLab in Chromium"
	@sh tools/get_chromium.sh $(BIN)
	$(TEST_ON_TWO_PROCESSES) -m "not thorough" tests/browser

thorough: frontend/node_modules/.installed ## slow checks: whole trainings, photos, more cases, sizes and themes, rare faults; not part of `make test`
	@echo "== slow checks"
	@sh tools/get_chromium.sh $(BIN)
	$(TEST_ON_TWO_PROCESSES) -m thorough $(IN_PYTHON) tests/browser

firefox: $(VENV)/.test ## exported pages in Firefox, where there is one
	@echo "== exported pages in Firefox"
	$(BIN)/python -m pytest tests/firefox

bench: $(VENV)/.test ## measure the budgets; writes tests/benchmarks/RESULTS.md
	@sh tools/get_chromium.sh $(BIN)
	$(BIN)/python -m tests.benchmarks $(shell git rev-parse --quiet --verify '$(BEFORE)^{commit}' >/dev/null 2>&1 && echo --before $(BEFORE))

fuzz: $(VENV)/.test ## thousands of damaged pictures and drawings, new ones each time
	@echo "== thousands of random and mutated files and drawings, others each time"
	$(BIN)/python -m pytest --hypothesis-profile=fuzz tests/hostile/test_fuzz.py

soak: $(VENV)/.test ## ten minutes of use; memory, nodes and threads must stay flat
	@echo "== ten minutes of use, and what they leave behind"
	@sh tools/get_chromium.sh $(BIN)
	$(BIN)/python -m tests.soak

class: $(VENV)/.test $(HUB)/.installed ## sixty students on a JupyterHub: memory, processor, and what is lost when something fails
	@echo "== a class on a hub (CLASS=\"--students 10\" for a smaller one)"
	@sh tools/get_chromium.sh $(BIN)
	MNISTVIZ_HUB=$(HUB) $(BIN)/python -m tests.classroom $(CLASS)

class-test: $(VENV)/.test $(HUB)/.installed ## a hub with two students: isolation, and what fails
	@echo "== a real JupyterHub"
	MNISTVIZ_HUB=$(HUB) $(BIN)/python -m pytest tests/hub

hosts-test: $(VENV)/.test $(HOSTS)/.installed ## an explorer in other hosts of notebooks, such as Voila
	@echo "== other hosts of notebooks in Chromium"
	@sh tools/get_chromium.sh $(BIN)
	MNISTVIZ_HOSTS=$(HOSTS) $(BIN)/python -m pytest tests/hosts

photos: $(VENV)/.test ## measure how well photos are read, by kind; ten minutes; PHOTOS=folder adds your own
	@echo "== how well made photos are read, by kind (ten minutes)"
	$(BIN)/python -m tests.photos $(if $(MNIST),--mnist "$(MNIST)") $(if $(PHOTOS),--photos "$(PHOTOS)")

why: $(VENV)/.test ## measure the answers to "why"; MNIST=mnist.npz takes its test split
	@echo "== attributions and counterfactuals of 200 digits (five minutes)"
	OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1 $(BIN)/python -m tests.why $(if $(MNIST),--mnist "$(MNIST)")

pictures: $(VENV)/.test ## take the pictures of README.md and docs/ anew
	@sh tools/get_chromium.sh $(BIN)
	$(BIN)/python tools/take_pictures.py
	$(BIN)/python tools/record_use.py

translations: $(VENV)/.test ## make the notebooks of other languages from the English ones and their translations
	$(BIN)/python tools/translate_notebooks.py

notebooks: $(VENV)/.test ## run the notebooks and keep their outputs
	@echo "== running the notebooks and keeping their outputs"
	$(BIN)/python tools/run_notebooks.py

weights: $(VENV)/.runtime ## train the shipped network further: MNIST=mnist.npz PEN=pen_train.npz
	@test -n "$(MNIST)" -a -n "$(PEN)" || { echo "Say where the data are: make weights MNIST=mnist.npz PEN=pen_train.npz"; exit 1; }
	$(BIN)/mnistviz train --further --mnist "$(MNIST)" --pen "$(PEN)"

ink: $(VENV)/.runtime ## train the shipped ink finder again: MNIST=mnist.npz
	@test -n "$(MNIST)" || { echo "Say where the data are: make ink MNIST=mnist.npz"; exit 1; }
	$(BIN)/mnistviz train --network ink --mnist "$(MNIST)"

site: $(VENV)/.test ## build the documentation site, with live pages, into build/site
	$(BIN)/python tools/build_site.py

dist: $(VENV)/.test ## build and check what a release uploads: source distribution and wheel
	rm -rf dist
	$(BIN)/python -m hatchling build
	$(BIN)/python -m twine check --strict dist/*

grading: $(VENV)/.test .venv-grading/.installed ## run the worked example of grading with nbgrader
	$(BIN)/python -m pytest tests/grading

lite-test: $(VENV)/.test tests/pyodide/node_modules/.installed ## without threads, as in JupyterLite: Pyodide from npm, and the notebooks
	@echo "== without threads: Pyodide itself, and the notebooks that need no TensorFlow"
	$(BIN)/python -m pytest tests/pyodide

digit-map: $(VENV)/.runtime ## place the bundled digits on their map again, after each training; MNIST=mnist.npz measures it
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --upgrade --constraint constraints.txt --target build/digit-map scikit-learn==1.9.1
	PYTHONPATH=build/digit-map $(BIN)/python tools/write_digit_map.py $(if $(MNIST),"$(MNIST)")

clean: ## remove everything that make has created
	rm -rf $(VENV) .venv-grading $(HUB) $(HOSTS) deploy/proxy/node_modules tests/pyodide/node_modules frontend/node_modules dist build test-results .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache

$(VENV)/.runtime: pyproject.toml constraints.txt
	@echo "== installing mnistviz into $(VENV) (a few minutes and about 2 GB the first time)"
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(PIP_INSTALL) '.[all]'
	@touch $@

$(VENV)/.test: $(VENV)/.runtime
	@echo "== installing the tools of the tests into $(VENV)"
	$(PIP_INSTALL) '.[test]'
	@touch $@

.venv-grading/.installed: constraints.txt
	@echo "== installing nbgrader into .venv-grading, an environment of its own"
	$(PYTHON) -m venv .venv-grading
	.venv-grading/bin/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt nbgrader --editable .
	@touch $@

$(HUB)/.installed: pyproject.toml constraints.txt deploy/requirements.txt deploy/constraints.txt deploy/proxy/package-lock.json $(VENV)/.test
	@echo "== installing JupyterHub and its proxy into $(HUB) and deploy/proxy (about 2 GB the first time)"
	@test -x $(HUB)/bin/python || $(PYTHON) -m venv $(HUB)
	$(HUB)/bin/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt \
		--constraint deploy/constraints.txt --requirement deploy/requirements.txt --editable '.[all]'
	$(NPM) --prefix $(CURDIR)/deploy/proxy ci --silent
	@touch $@

$(HOSTS)/.installed: pyproject.toml constraints.txt deploy/hosts-constraints.txt
	@echo "== installing other hosts of notebooks into $(HOSTS)"
	@test -x $(HOSTS)/bin/python || $(PYTHON) -m venv $(HOSTS)
	$(HOSTS)/bin/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt \
		--constraint deploy/hosts-constraints.txt --editable '.[voila,marimo]'
	@touch $@

frontend/node_modules/.installed: frontend/package-lock.json $(VENV)/.test
	@echo "== installing the tools of the page into frontend/node_modules"
	$(NPM) ci --silent
	@touch $@

tests/pyodide/node_modules/.installed: tests/pyodide/package-lock.json $(VENV)/.test
	@echo "== installing Pyodide into tests/pyodide"
	$(NPM) --prefix $(CURDIR)/tests/pyodide ci --silent
	@touch $@
