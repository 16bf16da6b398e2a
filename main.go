// Porchlight teaches families of people with a substance use disorder, in a
// terminal: lessons, questions with a reason for every answer, and a checklist
// for calling treatment programs.
package main

import (
	"os"

	"porchlight/internal/cli"
)

func main() { os.Exit(cli.Main()) }
