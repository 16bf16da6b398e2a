package course

import "regexp"

// wordingsEs are words to avoid in Spanish, after the same guide as the English
// ones.
func wordingsEs() []wording {
	const (
		person = `"persona con un trastorno por consumo de sustancias", o "persona en recuperación"`
		again  = `"volver a consumir" (los programas dicen "recaída", así que una lección puede nombrarla una vez)`
	)
	return []wording{
		{"adict drogadict toxicóman toxicoman drogodependient drogata drogo yonqui", words(`(ex)?(drog)?adict[oa]s?|(ex)?toxic[oó]man[oa]s?|drogodependientes?|drogatas?|drogos?|yonquis?`), person, false},
		{"alcohólic alcoholic", words(`(un|una|el|la|los|las|es|son|era|ser|como|ex|padre|madre|esposo|esposa|hijo|hija) alcoh[oó]lic[oa]s?`), `"persona con un trastorno por consumo de alcohol"`, false},
		{"borrach", words(`(un|una|el|la|los|las|es|era|ser) borrach[oa]s?`), `"persona con un trastorno por consumo de alcohol", o "persona que ha bebido"`, false},
		{"abus", words(`abus(o|os|ar|a|an|aba) (de|del) (las? |los? )?(drogas?|sustancias?|alcohol|opioides?|medicamentos?)|(drogas?|sustancias?) de abuso`), `"consumo", "mal uso" o "trastorno por consumo de sustancias"`, false},
		{"vici", words(`vicios?|vicios[oa]s?`), `"trastorno por consumo de sustancias", o "consumo"`, false},
		{"limpi", words(`(est(á|ar|a|aba|uvo|oy|amos|án)|segu(ir|ía|imos)|sigue[ns]?|mantener(se|te|me)?|mantiene[ns]?|lleva[ns]?|quedar(se)?) limpi[oa]s?|limpi[oa]s? (de|sin) (drogas|alcohol)`), `"sin consumir", o "en recuperación"`, false},
		{"limpi suci", words(`(pruebas?|an[aá]lisis|orinas?|muestras?) (de (orina|drogas) )?(limpi|suci)[oa]s?|(sali(r|ó)|dio|dar) (limpi|suci)[oa]s?`), `"una prueba negativa", o "una prueba positiva"`, false},
		{"reca", words(`reca[íi]d[oa]s?|reca(er|e|en|iga|igan)|recay\pL*`), again, true},
		{"reemplazo sustituci", words(`(terapia|tratamiento) (de|con) (reemplazo|sustituci[oó]n)|(reemplazo|sustituci[oó]n) (de|con) (opioides|metadona)`), `"medicamento para el trastorno por consumo de opioides"`, false},
		{"codependen", words(`codependen(cia|cias|tes?)`), `lo que hace la persona, como "pagó la multa"`, false},
		{"suicid", words(`comet(er|e|en|ió|ieron|ido) (el |un )?suicidio|suicidios? (fallid|exitos|consumad|frustrad)[oa]s?`), `"murió por suicidio", o "intentó quitarse la vida"`, false},
	}
}

// namesEs finds names, and things that are no label for a person.
func namesEs() *regexp.Regexp {
	return words(`alcohólicos anónimos|narcóticos anónimos|bebidas? alcohólicas?|hepatitis alcohólica|prevención de recaídas`)
}

// promisesEs are words that promise what nobody can, or that blame a family, in
// Spanish.
func promisesEs() []wording {
	const (
		hope = `lo que puede pasar, como en "puede ayudar", "muchas veces", "algunas personas". Nadie puede prometer cómo saldrá`
		own  = `lo que la familia puede hacer por su cuenta, como en "usted puede elegir", "una cosa que probar"`
		kind = `que la familia no lo causó, y una cosa que puede ayudar`
	)
	return []wording{
		{"recuper mejorar cambiar dejar curar", words(`(se va a|se van a|va a|van a) (recuperar|mejorar|cambiar|dejarlo|curar)(se)? (si|cuando|en cuanto) usted|(se recuperará|mejorará|cambiará|dejará de (consumir|beber)) (si|cuando|en cuanto) usted`), hope, false},
		{"garantiz", words(`garantiza(n|do|da|dos|das|r)?`), hope, false},
		{"funciona", words(`siempre funcionan?|funcionan? (siempre|para todos|con todas las familias)`), hope, false},
		{"cura", words(`cura(r|n)? (la adicción|el trastorno|la enfermedad)`), hope, false},
		{"debe tiene", words(`(debe|tiene que) (hacer que|obligarl[oaes]+ a|forzarl[oaes]+ a) (dej|cambi|busc|v|entr|acept|entiend|entend|recuper)\pL*`), own, false},
		{"quisiera amara", words(`si (usted )?(de verdad )?(lo|la|le|los|las) (quisiera|amara)( de verdad| lo suficiente)`), kind, false},
		{"duro", words(`(el )?amor duro (funciona|salva|es (lo )?mejor)`), `"un límite claro, dicho con cariño"`, false},
		{"fondo", words(`(tiene[ns]?|debe[ns]?|hay|hasta) que (él |ella )?toca(r|n)?e?n? fondo|(tiene[ns]?|debe[ns]?) (que )?tocar fondo|hasta que toque[ns]? fondo`), `que las personas cambian en muchos momentos, y que la ayuda no tiene que esperar`, false},
		{"culpa causó", words(`(es|fue|todo es|esto es) (por )?(su|tu) (propia )?culpa|usted (lo |la )?causó (esto|la adicción|el trastorno|el consumo)`), kind, false},
		{"eligió", words(`(él|ella) eligió (esto|la adicción|las drogas)`), `qué es un trastorno por consumo de sustancias: una condición que se puede tratar`, false},
	}
}
