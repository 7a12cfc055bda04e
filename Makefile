# make status   lager .venv, installerer og viser hvordan det står til med OUS
# make test     alle tester og kontroller, det samme som CI kjører
PYTHON ?= python3
VENV := .venv
UV ?= uv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check
LAAS := $(UV) pip compile --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --quiet

.PHONY: status test sjekk grundig docs bench laas rydd

status: $(VENV)/.klar
	@$(BIN)/styring status --sektor OUS

test: sjekk
	$(BIN)/python -m pytest -n auto --cov --cov-report=term

sjekk: $(VENV)/.klar-utvikling
	$(BIN)/ruff format --check --quiet
	$(BIN)/ruff check --quiet
	$(BIN)/mypy --no-error-summary
	$(BIN)/lint-imports --no-logo
	$(BIN)/deptry src
	$(BIN)/styring valider --streng

# Ti ganger så mange tilfeldige filer og endringer som i «make test».
grundig: $(VENV)/.klar-utvikling
	$(BIN)/python -m pytest -n auto --grundig tests/test_egenskaper.py

# Alt som er laget av koden: regler, datamodell, JSON Schema og bildet i README.
docs: $(VENV)/.klar-utvikling
	$(BIN)/python verktoy/lag_docs.py

bench: $(VENV)/.klar-utvikling
	$(BIN)/python bench/maal.py

# Krever uv. Låser avhengighetene på nytt etter endring i pyproject.toml. Det som kjøres, er det som er testet.
laas:
	$(LAAS) --all-extras pyproject.toml -o krav/utvikling.txt
	$(LAAS) --extra bygg --extra excel --extra word --extra pdf -c krav/utvikling.txt pyproject.toml -o krav/kjor.txt

rydd:
	rm -rf $(VENV) .mypy_cache .ruff_cache .hypothesis .import_linter_cache .coverage

$(VENV)/.python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "styring trenger Python 3.11 eller nyere. Prøv: make PYTHON=python3.12 $(MAKECMDGOALS)"; exit 2; }
	@$(PYTHON) -m venv $(VENV)
	@touch $@

$(VENV)/.installert: $(VENV)/.python krav/kjor.txt pyproject.toml
	@echo "Installerer styring i $(VENV) …"
	@$(PIP) install --quiet --require-hashes -r krav/kjor.txt
	@$(PIP) install --quiet --no-deps --no-build-isolation -e .
	@$(BIN)/python -m compileall -q src
	@touch $@

$(VENV)/.klar: $(VENV)/.installert src/styring/visning/rapport/sandkasse.py $(wildcard src/styring/templates/*.j2)
	@$(BIN)/python verktoy/oversett_maler.py
	@touch $@

$(VENV)/.klar-utvikling: $(VENV)/.klar krav/utvikling.txt
	@echo "Installerer det testene trenger …"
	@$(PIP) install --quiet --require-hashes -r krav/utvikling.txt
	@touch $@
