# `make run` and `make test` do all the set-up on a machine with Python 3.11+.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready

.PHONY: run test lint audit bench quality fuzz reliability soak screenshots clean

run: $(READY)                ## open the reader on the bundled pair
	$(BIN)/diptych

test: $(READY)               ## every test
	$(BIN)/pytest

lint: $(READY)               ## style, types, and which stage may import which
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

audit: $(READY)              ## known vulnerabilities of what is installed
	$(BIN)/python -m pip install --quiet 'pip-audit>=2.7'
	$(BIN)/python .ci/audit.py

bench: $(READY)              ## how long things take, as a table
	$(BIN)/python tests/benchmarks/bench_startup.py
	$(BIN)/python tests/benchmarks/bench_alignment.py
	$(BIN)/python tests/benchmarks/bench_reader.py
	$(BIN)/python tests/benchmarks/bench_hostile.py

quality: $(READY)            ## how well it agrees with readers on pairs written for it
	$(BIN)/python scripts/score_made.py
	$(BIN)/python scripts/score_changes.py
	$(BIN)/python scripts/score_retold.py

soak: $(READY)               ## 2,000 random actions on 5,000 passages: exceptions, memory
	$(BIN)/python tests/benchmarks/bench_soak.py

fuzz: $(READY)               ## minutes of hostile input
	$(BIN)/python -m pip install --quiet --editable '.[fuzz]'
	$(BIN)/python scripts/fuzz.py

man: $(READY)                ## the man page
	$(BIN)/diptych --man > docs/diptych.1

screenshots: $(READY)        ## the pictures in docs/
	$(BIN)/python scripts/screenshots.py
	$(BIN)/python scripts/report_picture.py

reliability: $(READY)        ## the faults of README's reliability section, with more rounds
	DIPTYCH_FAULT_ROUNDS=5 $(BIN)/pytest tests/faults

$(READY): pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --upgrade pip
	$(BIN)/python -m pip install --quiet --editable '.[dev]'
	touch $@

clean:
	rm -rf $(VENV) build dist *.egg-info
