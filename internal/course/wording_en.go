package course

import "regexp"

// A wording is words to avoid in English and what to write instead.
type wording struct {
	stems   string // a text without any of these words needs no closer look
	pattern *regexp.Regexp
	say     string
	warning bool // it depends on how it is meant
}

// wordings follow "Words Matter" of the National Institute on Drug Abuse. Each
// pattern stands for itself: a text is told of all that find something in it.
func wordings() []wording {
	return []wording{
		{"addict", words(`(former |drug |heroin |opioid |meth |recovering )*addicts?`), `"person with a substance use disorder", or "person in recovery"`, false},
		{"alcoholic", words(`(recovering )?alcoholics?`), `"person with an alcohol use disorder", or "person in recovery"`, false},
		{"user", words(`(drug|substance|alcohol|opioid|heroin|cocaine|meth|injection)[ -](ab)?users?|users?`), `"person who uses drugs", or "person with a substance use disorder"`, false},
		{"junk drugg crackhead tweaker pothead fiend wino", words(`junkies?|druggies?|crackheads?|tweakers?|potheads?|dope fiends?|winos?`), `"person with a substance use disorder"`, false},
		{"drunk", words(`(a|the|town|village) drunks?`), `"person with an alcohol use disorder", or "person who is drunk"`, false},
		{"abuse", words(`(drug|substance|alcohol|opioid|prescription)[ -]abuse`), `"substance use", "misuse", or "substance use disorder"`, false},
		{"habit", words(`(drug|drinking|heroin|cocaine) habits?`), `"substance use disorder", or "drug use"`, false},
		{"addicted", words(`drug[- ]addicted|addicted (baby|babies|infants?|newborns?)`), `"with a substance use disorder", or "born with withdrawal"`, false},
		{"clean", words(`(get|gets|getting|got|gotten|stay|stays|staying|stayed|been) clean|clean and sober|(he|she|they|you|we|I)('s|'re|'m|’s|’re|’m| is| are| was| were| am) clean`), `"in recovery", or "not using"`, false},
		{"clean dirty", words(`(clean|dirty) (drug |urine )?(tests?|screens?|urines?)|tests? (clean|dirty)|tested (clean|dirty)`), `"a negative test", or "a positive test"`, false},
		{"wagon", words(`(fell|fall|falls|fallen|falling) off the wagon`), `"returned to use"`, false},
		{"relaps", words(`relaps(e|es|ed|ing)`), `"return to use" (programs say "relapse", so a lesson may name it once)`, true},
		{"replacement substitution medication", words(`(opioid|methadone|drug) (replacement|substitution)( therapy| treatment)?|medication[- ]assisted (treatment|recovery)`), `"medicine for opioid use disorder"`, false},
		{"enabler dependent", words(`enablers?|co-?dependents?`), `what the person does, such as "paid the fine"`, false},
		{"suicid", words(`commit(s|ted|ting)? suicide|(failed|successful|completed) suicides?`), `"died by suicide", or "tried to take their life"`, false},
	}
}

// words returns a pattern that finds whole words in small letters or capitals.
func words(pattern string) *regexp.Regexp { return regexp.MustCompile(`(?i)\b(` + pattern + `)\b`) }

// names finds names, and things that are no label for a person.
func names() *regexp.Regexp {
	return words(`alcoholics anonymous|adult children of alcoholics|` +
		`national institute on drug abuse|national institute on alcohol abuse and alcoholism|` +
		`substance abuse and mental health services administration|center for substance abuse treatment|` +
		`journal of substance abuse treatment|` +
		`(non-)?alcoholic (drinks?|beverages?|liver|hepatitis)|relapse prevention`)
}

// pointing finds an option that says nothing of its own, such as "All of the
// above", in English or Spanish.
func pointing() *regexp.Regexp {
	return regexp.MustCompile(`(?i)^\W*((all|none|both|some|any|neither|either) of (the )?(above|these|those|them|options)|(both )?[a-f] and [a-f]|` +
		`(todas|todos|ninguna|ninguno|ambas|ambos)( (de )?(las|los) (anteriores|opciones|dos))?)\W*$`)
}
