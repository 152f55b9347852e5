# Three commands. Each installs what it lacks (scripts/setup.sh says what it does).
#   make demo   the main job, headless, on loopback, with real parts
#   make app    the window
#   make test   everything that must hold; the same as continuous integration

SHELL := bash
.PHONY: demo app test ui codegen

demo:
	@scripts/setup.sh base
	cargo run --locked --package ugnay-cli --bin ugnay -- demo $(ARGS)

app: ui
	@scripts/setup.sh base window
	cargo run --locked --package ugnay-desktop

test:
	@scripts/test.sh $(STEPS)

# The interface, as the window embeds it.
ui:
	npm --prefix ui ci --no-audit --no-fund
	npm --prefix ui run build

# TypeScript types from the Rust ones. `make test` fails when they differ.
codegen:
	cargo xtask codegen
