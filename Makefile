# make status   lager .venv, installerer og viser hvordan det står til med OUS
# make test     tester og kontroller; CI kjører også «make utseende»
PYTHON ?= python3
VENV := .venv
UV ?= uv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check
# «make test HJULHUS=mappe» henter ingenting: alt installeres fra mappen, som lages med «make hjulhus» på en maskin med nett.
HJULHUS ?=
HJUL := $(or $(HJULHUS),$(VENV)/hjul)
FRA := $(if $(HJULHUS),--no-index --find-links $(HJULHUS))
KILDE := $(shell find styring templates -type f -not -name '*.pyc')
LAAS := $(UV) pip compile --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --no-strip-extras --quiet

.PHONY: status test utseende sjekk utvikle dekning grundig docs eksempelhistorie bench laas hjulhus nyeste rydd

status: $(VENV)/.klar
	@$(BIN)/styring status --sektor OUS

# Mot den installerte pakken, ikke kilden ved siden av. Mens du utvikler: «.venv/bin/python -m pytest» tester kilden der den ligger.
test: sjekk
	PYTHONSAFEPATH=1 STYRING_HJUL=$(HJUL) $(BIN)/python -m pytest -n auto -m "not utseende"

# Hvordan dokumentene ser ut: i en ekte nettleser, i LibreOffice og som PDF. Og forslagene i editoren, fra den ekte språktjeneren (trenger Node.js og npm).
utseende: $(VENV)/.klar $(VENV)/.testkrav $(VENV)/.editor
	PYTHONSAFEPATH=1 STYRING_HJUL=$(HJUL) $(BIN)/python -m pytest -n auto -m utseende

sjekk: $(VENV)/.klar $(VENV)/.testkrav
	$(BIN)/ruff format --check --quiet
	$(BIN)/ruff check --quiet
	$(BIN)/mypy --no-error-summary
	$(BIN)/lint-imports --no-logo
	$(BIN)/deptry styring
	$(BIN)/styring valider --streng

# For den som skal endre koden: styring der kilden ligger, og det testene trenger. «make test» installerer pakken på nytt; kjør da «make utvikle» igjen.
utvikle: $(VENV)/.testkrav
	$(PIP) install --quiet --no-deps --no-index --no-build-isolation -e .
	@touch $(VENV)/.klar

# Hvor mye av koden testene går gjennom. Målingen dobler tiden, så den går hver uke og ikke ved hver endring.
dekning: $(VENV)/.testkrav
	$(BIN)/python -m pytest -n auto --cov --cov-report=term

# Ti ganger så mange tilfeldige filer og endringer som i «make test».
grundig: $(VENV)/.testkrav
	$(BIN)/python -m pytest -n auto --grundig tests/test_egenskaper.py tests/test_tre_id.py tests/test_indeks.py tests/test_henvisning.py tests/test_lukkede.py tests/test_tillit.py tests/test_grunnlag.py tests/test_folgefeil.py tests/test_rapporttall.py tests/test_rapportsummer.py

# Alt som er laget av koden: regler, datamodell, JSON Schema og bildet i README.
docs: $(VENV)/.testkrav
	PYTHONPATH=. $(BIN)/python verktoy/lag_docs.py

# Historien til eksempelkommunen, slik «styring init --fra-eksempel» gir den: etter en endring i eksempel/data.
eksempelhistorie: $(VENV)/.testkrav
	rm -rf $(VENV)/historie
	$(BIN)/python -m tests.historie $(VENV)/historie
	git -C $(VENV)/historie fast-export --all > eksempel/historie.fast-import

bench: $(VENV)/.klar $(VENV)/.testkrav
	$(BIN)/python bench/maal.py

# Alle filene som installeres, og ingen andre, i én mappe: for maskiner uten nett.
hjulhus: $(VENV)/.python
	$(PIP) download --quiet --only-binary :all: --require-hashes -r krav/pip.txt -r krav/utvikling.txt -d hjulhus

# Det nyeste av alt som pyproject.toml tillater, i et eget miljø. Til slutt: det grensene holder igjen.
nyeste:
	rm -rf .venv-nyeste
	$(PYTHON) -m venv .venv-nyeste
	.venv-nyeste/bin/python -m pip install --quiet --require-hashes -r krav/pip.txt
	.venv-nyeste/bin/python -m pip install --quiet --upgrade --upgrade-strategy eager ".[excel,word,pdf,kalender,parquet,test,sjekk,bench,bygg]"
	PYTHONSAFEPATH=1 .venv-nyeste/bin/python -m pytest -n auto -m "not laas"
	.venv-nyeste/bin/python -m pip list --outdated

# Krever uv. Låser avhengighetene på nytt etter endring i pyproject.toml. Det som kjøres, er det som er testet.
laas:
	echo 'pip ==26.3' | $(LAAS) -o krav/pip.txt -
	$(LAAS) --all-extras pyproject.toml -o krav/utvikling.txt
	$(LAAS) --extra bygg --extra excel --extra word --extra pdf --extra kalender --extra parquet -c krav/utvikling.txt pyproject.toml -o krav/kjor.txt

rydd:
	rm -rf $(VENV) .venv-nyeste hjulhus .mypy_cache .ruff_cache .hypothesis .import_linter_cache .coverage

$(VENV)/.python: krav/pip.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "styring trenger Python 3.11 eller nyere. Prøv: make PYTHON=python3.12 $(MAKECMDGOALS)"; exit 2; }
	@$(PYTHON) -m venv $(VENV)
	@$(PIP) install --quiet $(FRA) --require-hashes -r krav/pip.txt
	@touch $@

$(VENV)/.editor: $(VENV)/.python krav/editor/package-lock.json
	@mkdir -p $(VENV)/editor
	@cp krav/editor/package.json krav/editor/package-lock.json $(VENV)/editor/
	@npm ci --silent --no-audit --no-fund --ignore-scripts --prefix $(VENV)/editor
	@touch $@

$(VENV)/.installert: $(VENV)/.python krav/kjor.txt
	@echo "Installerer det styring trenger i $(VENV) …"
	@$(PIP) install --quiet $(FRA) --require-hashes -r krav/kjor.txt
	@touch $@

# styring installeres som hos alle andre, som en ferdig pakke, og på nytt når kilden er endret.
$(VENV)/.klar: $(VENV)/.installert pyproject.toml verktoy/byggekrok.py $(KILDE)
	@echo "Installerer styring …"
	@$(PIP) install --quiet --no-deps --no-index --no-build-isolation --force-reinstall .
	@touch $@

$(VENV)/.testkrav: $(VENV)/.installert krav/utvikling.txt
	@echo "Installerer det testene trenger …"
	@$(if $(HJULHUS),,$(PIP) download --quiet --only-binary :all: --require-hashes -r krav/pip.txt -r krav/utvikling.txt -d $(HJUL))
	@$(PIP) install --quiet --no-index --find-links $(HJUL) --require-hashes -r krav/utvikling.txt
	@touch $@
