/**
 * Words of which names of regelingen are made, and words that end one.
 *
 * Kernel. Data: a name goes on until the sentence does, and these words show
 * that it does.
 */

/** Kinds of regelingen, as a word of their own. */
export const nouns =
  'wet|rijkswet|besluit|regeling|verordening|reglement|richtlijn|verdrag|statuut|statuten|convenant|protocol|overeenkomst|akkoord|cao|collectieve arbeidsovereenkomst|code|gedragscode|circulaire|beleidsregel|beleidsregels|beschikking|wetboek|handvest|instructie|ordonnantie|kaderbesluit|aanwijzing|aanwijzingen|nadere regels'

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
  'wet|besluit|regeling|verordening|reglement|regelement|richtlijn|verdrag|statuut|statuten|overeenkomst|akkoord|beschikking|code|wetboek|handvest|protocol|instructie|beleidsregels?|cao|circulaire'

/** Words with a capital with which a name begins. */
export const heads =
  'Wet|Rijkswet|Besluit|Regeling|Verordening|Reglement|Richtlijn(?:en)?|Verdrag|Statuut|Statuten|Code|Cao|CAO|Circulaire|Wetboek|Handvest|Protocol|Convenant|Beleidsregels?|Kaderbesluit|Gedragscode|Aanwijzing(?:en)?|Instructie|Leidraad|Nadere [Rr]egels'

/** Endings of a word with a capital that by itself is a name; of the others anybody may mean his own. */
export const strongSuffixes =
  'wet|wetboek|besluit|regeling|verordening|reglement|statuut|beleidsregels?|richtlijn|circulaire|gedragscode'

/** Adjectives that open a name. */
export const adjectives =
  'Model|Fiscale|Fiscaal|Buitengewoon|Sectorale|Ministeriële|Herziene?|Uniforme?|Landelijke?|Regionale|Algemene?|Algemeen|Tijdelijke?|Bijzondere?|Nadere|Centrale|Centraal|Europese|Europees|Nederlandse?|Huishoudelijk|Aanvullende?|Gemeenschappelijke?|Gemeentelijke?|Provinciale|Provinciaal|Lokale|Lokaal|Collectieve|Sociale|Sociaal|Internationale|Internationaal|Burgerlijke?|Militaire?|Financiële|Interne?|Organieke|Bovenwettelijke|Integrale|Nationale|Nationaal|Universele|Eerste|Tweede|Derde'

const stops =
  'is zijn was waren ben wordt worden werd werden heeft hebben had hadden kan kunnen kon konden moet moeten moest mag mogen mocht geldt gelden gold golden zal zullen zou zouden blijft blijven bleef komt komen kwam gaat gaan ging staat staan stond ligt liggen doet doen laat laten krijgt krijgen houdt houden hield geeft geven gaf neemt nemen nam vindt vinden treedt treden trad luidt luiden luidde ontvangt ontvangen behoudt behouden bepaalt bepalen bepaalde regelt regelen regelde stelt stellen stelde eist vereist vraagt schrijft biedt bieden bood kent kennen kende maakt maken maakte brengt brengen bracht leidt leiden volgt volgen volgde vervalt verloopt eindigt bevat bevatten omvat verwijst verplicht voorziet voorzien strekt dient dienen ziet zegt spreekt noemt beoogt beschermt verbiedt verbieden vervangt verleent verstaat wijzigt wijst sluit beperkt stopt loopt lopen bestaat bestaan hoort horen behoort behoren past passen valt vallen meldt vermeldt blijkt hanteert gebruikt spelen speelt rust berust heet hangt ' +
  'niet geen wel ook alleen slechts dan al reeds thans nu nog weer toch dus echter tevens mede eveneens immers daarom voorts verder vervolgens bovendien namelijk ten dien daarmee hiermee hierna hierin hierbij daarop daarvan daarbij daarin daardoor daaraan daaruit hiervan waarin waarop waarbij waarvan waarmee waaronder waardoor waarvoor waaraan waaruit waarover er hier daar ' +
  'die dat wie wat welke welk deze dit hun zijn haar hij zij ze men wij we ik u je hem een elke elk ieder iedere alle allen beide andere ander anderen overige enige enkele eventuele dezelfde hetzelfde dergelijke zulke genoemd genoemde bedoeld bedoelde gesteld gestelde vastgesteld vastgestelde aangewezen omschreven vermeld vermelde opgenomen geregeld geregelde gegeven gebaseerd gebaseerde berustende krachtens ingevolge volgens conform overeenkomstig behoudens tenzij indien als zoals omdat doordat zodat opdat wanneer hoewel terwijl want maar of noch respectievelijk onderscheidenlijk onverminderd alsmede alsook evenals dan per vanaf sinds gedurende tijdens binnen zonder wegens vanwege ondanks tussen na voordat nadat totdat zodra zolang zover gelet gezien gehoord gelezen ' +
  'werkzaam werkzame woonachtig gerechtigd raakt raken later eerder vaak soms meestal spoedig direct onmiddellijk tijdig nader gisteren vandaag morgen meer minder veel weinig kader toepassing geval kracht ertoe ervan ervoor erop eraan erbij daartoe hiertoe overeenkomstige werking ingang afwijking inachtneming aanmerking mindering strijd beginsel basis verzoek verband plaats acht uitzondering behulp aanzien laste gunste behoeve zake zin lid leden artikel artikelen art hoofdstuk bijlage paragraaf afdeling titel onderdeel onder voordracht voornoemd voornoemde af toe mee terug anders zelf verstaan haars slechts behandeld beoordeeld hiervoor hierboven hieronder recht ex schriftelijk toepast toepassen toetst toetsen treft treffen bevestigt bevestigen beschrijft beschrijven beslist beslissen verleende verklaart verklaren verzoekt wenst werkt weigert stuurt ontbreekt ontstaat ontstaan levert leveren legt lijkt lijken kregen kwamen gingen deed zag namen gaven stond vond hield liet beoordeelt controleert informeert onderzoekt wijkt gelijk bekend klaar openbaar bedoeling reden aanleiding vast thuis samen juist voldoende mogelijk noodzakelijk nodig onverkort rechtstreeks uitsluitend uiterlijk ingetrokken vervallen gewijzigd aldaar enz etc resp jo juncto c.q cq nr nrs'

const ends: ReadonlySet<string> = new Set(stops.split(' '))
const pointing =
  /^(?:daar|hier|waar|er)(?:aan|achter|af|bij|binnen|boven|buiten|door|heen|in|langs|mee|na|naar|naast|om|omtrent|onder|op|over|tegen|tegenover|toe|tussen|uit|van|voor)$/

/** Whether a word shows that a name has ended before it. */
export function isStop(word: string): boolean {
  return ends.has(word) || word.endsWith('dt') || pointing.test(word)
}

const participle =
  /^(?:af|aan|bij|door|in|na|om|onder|op|over|uit|vast|voor|toe|terug|mee|weer|bekend|vrij|gelijk|samen|open|tegemoet|voort|weg|neer)?(?:ge|ver|be|ont|her)[a-zë]{2,}(?:[dt]e?|opgenomen|trokken|schreven|wezen|nomen|komen)$/
const nounLike =
  /(?:heid|teit|beleid|recht|besluit|bericht|gebied|geluid|geweld|verband|bestand|bewind|toezicht|dienst|raad|bond|fonds|stand|arbeid|tijd|rijd|markt|plicht|kracht|vaart|sport|kind|land|brand|schuld|grond|ambt|mandaat|diensten|bedrijf|gerecht|staat|gezondte|gemeente|gedeelte|gebeurte|behoefte|belofte|gehalte|geboorte|verte|begroting|beperkte|gehandicapte)$/

/** Participles with which a name may begin. */
export const opening =
  /^(?:verplichte|beschermde|gesloten|gehandicapte|verontreinigde|gewezen|beperkte|beëdigde|verbeterde|gevonden|betaald|gewezen|beschermde|gevaarlijke|gemeenschappelijke|gelijke|bekostiging|verzekerde|verpl)/

/** Whether a word says what was done: `verstrekte`, `bekostigd`. */
export function isParticiple(word: string): boolean {
  return participle.test(word) && !nounLike.test(word)
}
