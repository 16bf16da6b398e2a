# Everything here needs Go and git alone. .ci/run does more.

.PHONY: check golden race pack-check bench ci

check: ## the tests, the vet, and the course
	go vet ./...
	go test ./...
	go run . check

golden: ## write the golden frames anew; then read the difference
	go test ./tui/... -update
	git diff --stat -- tui

race: ## the tests with the race detector
	go test -race ./...

pack-check: ## check a course pack: make pack-check DIR=my-pack
	go run . check $(DIR)

bench: ## how fast it is, beside other programs
	go test -C bench -bench . -benchtime 20x -timeout 60m

ci: ## all that runs before a change is taken
	bash .ci/run
