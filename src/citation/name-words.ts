/**
 * Words with which names of regelingen begin.
 *
 * Kernel. Data.
 */

/** Kinds of regelingen, as a word of their own. */
export const nouns =
  'wet|rijkswet|besluit|regeling|verordening|reglement|richtlijn|verdrag|statuut|statuten|convenant|protocol|overeenkomst|akkoord|cao|collectieve arbeidsovereenkomst|code|gedragscode|circulaire|beleidsregel|beleidsregels|beschikking|wetboek|handvest|instructie|ordonnantie|kaderbesluit|aanwijzing|aanwijzingen|leidraad|nadere regels'

/** Plans that hold rules, and those rules. */
export const planNouns =
  '(?:bestemmings|omgevings|uitwerkings|wijzigings|inpassings|exploitatie|paraplu)plan|plan|sociaal plan|planregels|planvoorschriften'

/** The same, with a capital or without. */
export const anyNouns = nouns.replace(
  /(^|\|)([a-z])/g,
  (_, bar: string, letter: string) => `${bar}[${letter.toUpperCase()}${letter}]`
)

/** The same, as the last part of a longer word. */
export const suffixes =
  'wet|besluit|regeling|verordening|reglement|regelement|voorschrift(?:en)?|keur|richtlijn|verdrag|statuut|statuten|overeenkomst|akkoord|beschikking|code|wetboek|handvest|protocol|instructie|beleidsregels?|regels|cao|circulaire|leidraad'

/** Words with a capital with which a name begins. */
export const heads =
  'Wet|Rijkswet|Belastingplan(?= (?:BES-eilanden )?\\d{4})|(?:Net|Meet|Begrippen|Systeem|Tarieven)code(?= [a-z])|Ambtsinstructie(?= [a-z])|Overige fiscale maatregelen(?= \\d{4})|Beschikking(?= [a-z]{6})|Overeenkomst(?= (?:inzake|nopens|betreffende|tot|ter|tussen (?:het Koninkrijk|Nederland|de Regering|de Lid-?[Ss]taten|de Europese)) )|Sociaal [Pp]lan|Ordonnantie|Besluit|Regeling|Verordening|Reglement|Richtlijn(?:en)?|Verdrag|Statuut|Statuten|Code|Cao|CAO|Circulaire|Wetboek|Handvest|Protocol|Convenant|Beleidsregels?|Kaderbesluit|Gedragscode|Aanwijzing(?:en)?|Instructie|Leidraad|Voorschrift|Keur|Nadere [Rr]egels|Beleidskader|Subsidiekader|Mandaatregister|Regels(?= [a-z]{3})'

/** Endings of a word with a capital that by itself is a name; of the others anybody may mean his own. */
export const strongSuffixes =
  'wet|wetboek|besluit|regeling|verordening|reglement|statuut|beleidsregels?|regels|voorschrift(?:en)?|richtlijn|(?<=Uitvoerings)beschikking|circulaire|gedragscode|protocol|leidraad|verdrag|waardenovereenkomst|(?<=Uitwerkings|uitvoerings)overeenkomst'

/** Adjectives without a capital that are part of a name. */
export const smallAdjectives =
  'algemene|algemeene|financiële|tijdelijke|bijzondere|nadere|fiscale|sociale|ministeriële|gemeentelijke|provinciale|plaatselijke'

/** Adjectives that open a name. */
export const adjectives =
  'Model|Haagse?|Financieel|Penitentiaire|Fiscale|Fiscaal|Buitengewoon|Sectorale|Ministeriële|Herziene?|Uniforme?|Landelijke?|Regionale|Algemene?|Algemeen|Tijdelijke?|Bijzondere?|Nadere|Centrale|Centraal|Europese|Europees|Nederlandse?|Huishoudelijk|Aanvullende?|Gemeenschappelijke?|Gemeentelijke?|Provinciale|Provinciaal|Lokale|Lokaal|Collectieve|Sociale|Sociaal|Internationale|Internationaal|Burgerlijke?|Militaire?|Financiële|Interne?|Organieke|Bovenwettelijke|Integrale|Nationale|Nationaal|Universele|Eerste|Tweede|Derde'

/** Any adjective with a capital, before a head with a capital: `Enkelvoudig Verdrag`. */
export const anyAdjective =
  '(?!Bonaire)[A-Z][a-zë]{2,20}(?:ige?|ische?|lijke?|ale|aal|ele|eel|ieve|aire|air|bare?|loze|ste)'

/** For whom a cao is that is named without a capital: `cao provincies`. */
export const smallSectors =
  'provincies|gemeenten|waterschappen|rijk|politie|po|vo|mbo|hbo|umc|vvt|ggz|zorg|welzijn|primair onderwijs|voortgezet onderwijs|ziekenhuizen|jeugdzorg|gehandicaptenzorg|kinderopvang|sociaal werk|openbare bibliotheken|universiteiten'

/** For what trade a cao is: `in het Schoonmaak- en Glazenwassersbedrijf`. */
export const ofTrade =
  'in (?:het|de) (?:[A-Z][a-zë]{2,20}-,? ){1,3}(?:en|of) [A-Z]|in (?:het|de) [A-Z][a-zë]{3,30}(?:bedrijf|branche|industrie|handel|nijverheid)(?![A-Za-z-])'

/** A kind of regeling, and no name yet. */
export const bareHead = new RegExp(`^(?:${heads}|wet|koninklijk besluit)$`)

/** Kinds without a capital, behind which words with a capital are the name: `gedragscode Schuldregeling`. */
export const smallHeads = 'regeling|gedragscode|reglement|convenant'
