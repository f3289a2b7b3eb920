# What people type. `make demo` on a fresh Debian machine with Swift installs what is missing and shows the program at
# work; `make test` passes the tests.

PREFIX ?= /usr/local
EVAL ?= ../shared/eval
SAYSO = .build/release/sayso
NEEDS = libicu-dev zlib1g-dev libbrotli-dev libssl-dev libxml2-dev libsqlite3-dev pkg-config
TESTNEEDS = python3 python3-venv
PYTHONNEEDS = jsonschema edtf spacy followthemoney bioc
VENV = .build/venv

.PHONY: all demo screenshots test evaluate bench fuzz lint format install uninstall deps test-deps clean

all: deps
	swift build -c release --product sayso --static-swift-stdlib

# Installs Debian packages that are missing, and says which.
deps:
	@missing=""; for p in $(NEEDS); do dpkg -s $$p >/dev/null 2>&1 || missing="$$missing $$p"; done; \
	if [ -n "$$missing" ]; then echo "installing:$$missing"; \
	  sudo=$$([ "$$(id -u)" = 0 ] || echo sudo); $$sudo apt-get update -qq && $$sudo apt-get install -y -qq $$missing; fi

# Programs that are not ours check the output: schemas and dates, the tools that exports are for, and a browser for the
# pages. The Python ones live in a venv of the build folder.
test-deps: deps
	@missing=""; for p in $(TESTNEEDS); do dpkg -s $$p >/dev/null 2>&1 || missing="$$missing $$p"; done; \
	command -v python3 >/dev/null && python3 -c 'import venv' 2>/dev/null && missing=""; \
	command -v chromium >/dev/null || missing="$$missing chromium"; \
	if [ -n "$$missing" ]; then echo "installing:$$missing"; \
	  sudo=$$([ "$$(id -u)" = 0 ] || echo sudo); $$sudo apt-get update -qq && $$sudo apt-get install -y -qq $$missing; fi
	@[ -x $(VENV)/bin/python ] || python3 -m venv $(VENV)
	@$(VENV)/bin/python -c 'import jsonschema, edtf, spacy, followthemoney, bioc' 2>/dev/null || \
	  $(VENV)/bin/pip install -q $(PYTHONNEEDS)

demo: all
	@mkdir -p Reports/samples
	$(SAYSO) annotate Reports/articles --force -o Reports/samples/annotations.jsonl
	$(SAYSO) explain --color auto Reports/articles/ferry.txt
	$(SAYSO) timeline Reports/samples/annotations.jsonl --entity "Marten Okoye" --entity "Orsa Strait" -f table
	$(SAYSO) timeline Reports/samples/annotations.jsonl --all --min 2 -f html --force -o Reports/samples/timelines.html
	$(SAYSO) audit Reports/samples/annotations.jsonl -f table
	$(SAYSO) audit Reports/samples/annotations.jsonl -f html --force -o Reports/samples/audit.html
	$(SAYSO) report Reports/samples/annotations.jsonl --title "Ferries, bridges and a library" --force -o Reports/samples/report.html
	$(SAYSO) export Reports/samples/annotations.jsonl --to sqlite --force -o Reports/samples/articles.sqlite
	@echo
	@echo "In Reports/samples: annotations.jsonl, what the bundled articles say; report.html, the same to read in a browser;"
	@echo "timelines.html, audit.html; articles.sqlite, for queries."

# The pictures of the documentation. The frame is there because a headless browser only draws the top of a page.
screenshots: demo test-deps
	printf '<!DOCTYPE html><body style="margin:0"><iframe src="report.html#a2c16" style="border:0;width:1240px;height:840px"></iframe>' \
	  > Reports/samples/frame.html
	for theme in dark:0 light:1; do chromium --headless --no-sandbox --disable-gpu --hide-scrollbars --window-size=1240,840 \
	  --blink-settings=preferredColorScheme=$${theme#*:} --force-prefers-reduced-motion \
	  --screenshot=docs/images/report-$${theme%:*}.png "file://$(CURDIR)/Reports/samples/frame.html"; done

test: test-deps
	swift build
	swift test

evaluate: all
	python3 Tests/Evaluation/evaluate.py --sayso $(SAYSO) --eval $(EVAL)

# 60 seconds for each reader: FUZZ_SECONDS=5 make fuzz is a quick look.
fuzz: deps
	SECONDS_EACH=$(or $(FUZZ_SECONDS),60) Tests/Fuzz/fuzz.sh

bench: all
	python3 Benchmarks/bench.py --sayso $(SAYSO)

lint:
	swift format lint --strict -r Sources Tests Package.swift

format:
	swift format -i -r Sources Tests Package.swift

install: all
	install -d $(DESTDIR)$(PREFIX)/bin $(DESTDIR)$(PREFIX)/share/sayso
	install -m 755 $(SAYSO) $(DESTDIR)$(PREFIX)/bin/sayso
	$(SAYSO) lexicon build --force -o $(DESTDIR)$(PREFIX)/share/sayso/lexicon.bin
	install -d $(DESTDIR)$(PREFIX)/share/bash-completion/completions $(DESTDIR)$(PREFIX)/share/zsh/site-functions \
	  $(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d
	$(SAYSO) --generate-completion-script bash > $(DESTDIR)$(PREFIX)/share/bash-completion/completions/sayso
	$(SAYSO) --generate-completion-script zsh > $(DESTDIR)$(PREFIX)/share/zsh/site-functions/_sayso
	$(SAYSO) --generate-completion-script fish > $(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d/sayso.fish

uninstall:
	rm -rf $(DESTDIR)$(PREFIX)/bin/sayso $(DESTDIR)$(PREFIX)/share/sayso

clean:
	swift package clean
