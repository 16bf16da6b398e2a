package course

import "regexp"

// promises are words that promise what nobody can, or that blame a family. The
// course says neither; people in its stories may.
func promises() []wording {
	const (
		hope = `what may happen, as in "can help", "often", "some people". Nobody can promise how it goes`
		own  = `what the family can do themselves, as in "you can choose", "one thing to try"`
		kind = `that the family did not cause it, and name one thing that may help`
	)
	return []wording{
		{"will", words(`will (surely |definitely |soon )?(get better|recover|change|stop (using|drinking)|quit|get well|be cured) (if|when|once|as soon as) you`), hope, false},
		{"will 'll ’ll", words(`(if|when|once|as soon as) you [^.?!]{1,60}, ((he|she|they|it) will|(he|she|they|it)['’]ll|your (son|daughter|child|partner|husband|wife|brother|sister|friend|loved one) will) (surely |definitely |soon )?(get better|recover|change|stop|quit|get well|be cured|say yes|listen)`), hope, false},
		{"will", words(`(he|she|they|your (son|daughter|child|partner|husband|wife|brother|sister|friend|loved one)) will (surely|definitely|certainly) [a-z]+`), hope, false},
		{"guarantee", words(`(is|are|be) guaranteed|guaranteed (to|success|recovery|results)|(this|that|it|we|treatment|love|recovery) (will |can )?guarantees?`), hope, false},
		{"works", words(`always works|works (every time|for everyone|for every family)`), hope, false},
		{"cure", words(`cure[sd]? (addiction|the (disorder|disease)|(a )?substance use disorders?)|(can|will) be cured`), hope, false},
		{"sure bound", words(`(is|are) (sure|bound|certain) to (work|recover|get better|stop|change)`), hope, false},
		{"must have need", words(`you (must|have to|need to|should) (make|force|get) (him|her|them|your (son|daughter|child|partner|husband|wife|brother|sister|friend|loved one)) (to )?(stop|quit|change|see|go|get|recover|listen|admit|understand)`), own, false},
		{"loved cared", words(`if you (really|truly) (loved?|cared?)|if you loved (him|her|them) enough`), kind, false},
		{"tough", words(`tough love (works|is (the )?(best|only|right)|saves|will)|(try|use|show|practi[cs]e|needs?) (some )?tough love`), `"a clear limit, said with warmth"`, false},
		{"bottom", words(`(has|have|had|must|needs?|wait(ing)? (for (him|her|them|your [a-z]+) )?|let(ting)? (him|her|them|your [a-z]+)) (to )?(hit|reach) (rock )?bottom`), `that people change at many points, and that help need not wait`, false},
		{"fault blame caused", words(`(it is|it's|it’s|this is|all) your (own )?fault|you (are to blame|caused (it|this|the (addiction|disorder|drinking|drug use)))|your enabling`), kind, false},
		{"fault chose", words(`(it is|it's|it’s) (his|her|their) own (fault|choice)|(he|she|they) chose (this|addiction|drugs over)`), `what a substance use disorder is: a condition that can be treated`, false},
	}
}

// selfHarm finds words about suicide and self-harm.
func selfHarm() *regexp.Regexp {
	const self = `(yourself|yourselves|myself|oneself|themsel(f|ves)|himself|herself)`
	return words(`suicid(e|es|al)|self[- ]?(harm|injury|inflicted)(ed|ing)?|kill(s|ed|ing)? ` + self + `|(thoughts?|thinking|think) (of|about) (killing|dying|death)|` +
		`(hurt|harm|cut|injure|poison)(s|ed|t?ing)? ` + self + `|` +
		`end(ed|ing)? (your|my|their|his|her) (own )?(life|lives)|end(ed|ing)? it all|tak(e|en|ing) (your|my|their|his|her) (own )?(life|lives)|` +
		`(want(ed|ing|s)?|wish(ed|ing|es)?|hop(e|ed|ing)) (to die|to be dead|you were dead|you were not alive)|better off (dead|without (you|me))|` +
		`not (want(ing)? to )?(live|be alive|wake up|be here)( anymore)?|(life|living) (is|was) (not|no longer) worth`)
}

// totals finds the words of a test: scores, points, and what they would mean.
func totals() *regexp.Regexp {
	return words(`(your|the|a|total|overall|high|higher|low|lower|final) scores?|(your|total|final) (total|results?)|you (scored|passed|failed)|` +
		`scor(e|es|ed|ing) (of|above|over|under|below|between|more|less|yourself|[0-9]+)|` +
		`([0-9]+|one|two|three|four|five|extra) points?|points? (for|out of)|add (up|them|your)|adds up to|total (of|up)|` +
		`(mostly|more than|at least) [a-z0-9]+ (answers|boxes|times)|(answered|chose|ticked|checked) [a-z0-9 ]{1,30} or more|` +
		`this (test|quiz|score|diagnosis)|take (this|the) test`)
}

// provider finds capital words that end as names of treatment companies do. The
// end is the first group.
func provider() wording {
	return wording{stems: "Recovery Treatment Rehab Addiction Wellness Detox Foundation Behavioral", pattern: regexp.MustCompile(
		`(?:[A-Z][\pL'’&-]*\s+){1,4}((?:Recovery|Treatment|Rehab|Rehabilitation|Addiction|Wellness|Detox)\s+` +
			`(?:Centers?|Centres?|Clinics?|Institute|Hospital|Services|House|Ranch|Retreat|Village|Campus)|Detox|Rehab|Foundation|Behavioral Health)\b`)}
}
