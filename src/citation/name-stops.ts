/**
 * Words that show that the name of a regeling has ended before them.
 *
 * Kernel. Data, by what they are: verbs and small words always end a name;
 * nouns only behind the preposition with which they are an expression of
 * their own (`in samenhang`), or with an article (`aan het college`).
 */

const verbs =
  'is zijn was waren ben wordt worden werd werden heeft hebben had hadden kan kunnen kon konden moet moeten moest mag mogen mocht geldt gelden gold golden zal zullen zou zouden blijft blijven bleef bleven komt komen kwam kwamen gaat gaan ging gingen staat staan stond stonden ligt liggen lag doet doen deed laat laten liet krijgt krijgen kregen houdt houden hield geeft geven gaf gaven neemt nemen nam namen vindt vinden vond treedt treden trad luidt luiden luidde ontvangt ontvangen behoudt behouden bepaalt bepalen regelt regelen regelde stelt stellen stelde eist eisen vereist vraagt vragen schrijft schrijven biedt bieden bood kent kennen kende maakt maken maakte brengt brengen bracht leidt leiden volgt volgen volgde vervalt verloopt eindigt eindigen bevat bevatten omvat omvatten verwijst verwijzen verplicht voorziet voorzien strekt strekken dient dienen diende ziet zien zegt zeggen spreekt spreken noemt noemen beoogt beogen beoogde beschermt verbiedt verbieden vervangt verleent verstaat wijzigt wijst wijzen sluit sluiten beperkt stopt loopt lopen liep bestaat bestaan hoort horen behoort behoren past passen valt vallen viel vielen meldt vermeldt vermelden blijkt blijken hanteert hanteren gebruikt spelen speelt rust berust berusten heet hangt hangen betreft eisten raakt raken treft treffen toepast toepassen toetst toetsen bevestigt bevestigen beschrijft beschrijven beslist beslissen verleende verklaart verklaren verzoekt wenst werkt weigert stuurt ontbreekt ontstaat ontstaan levert leveren legt leggen legde lijkt lijken zag beoordeelt controleert informeert onderzoekt wijkt wijken vormt vormen vormde betekent betekenen verstrekt maakten bieden gebeurt leek bleek trof trekt trekken gevolgd gehandeld verplichtte voldoet voldoen kiest kiezen draagt dragen vereisen verschilt spelen beheert volstaat volstaan plaatsvindt plaatsvinden verdient verdienen verscheen verschenen verdween verdwenen verving vervingen verloor verloren dwong dwongen schafte rekent rekende tracht opent opende leent gebruiken overtreden overtreedt naleven naleeft uitvoeren uitvoert aanvragen intrekken vaststellen aanpassen opstellen schenden schendt begrijpen ondertekenen ondertekent respecteren respecteert geschiedt geschieden behoeft behoeven uitgaan verricht verrichten ontlenen ontleent genieten verkeert verkeren verblijven woont beschikt beschikken oordeelt oordelen adviseert adviseren benoemt benoemen verzorgt bezit bezitten vergt vergen wacht tekent leest erkent weten weet willen wilde wilden durft hoeft hoeven begint beginnen begon verandert veranderen veranderde ondervindt ondervinden ontstond ontstonden genoot genoten bevond bevindt bevinden scheen schijnt schijnen achten achtte meent menen meende vereisten kreeg zocht zoeken zoekt doorloopt doorlopen toont tonen beweegt steunt steunen beroept verplichten ontkent deelt ontslaat sprak spraken schreef schreven dacht denkt denken beoogden bevatte omvatte noemde noemden sloot sloten riep roept verklaarde bepaalden uitgaat ingaat overgaat doorgaat voorgaat opgaat uitsluit aansluit afsluit insluit openstaat toestaat vaststaat afdoet voordoet toeziet afziet overziet inziet oplegt aanbiedt doorzet voortzet toezet stilstaat aanduidt inhoudt aanhoudt onthoudt voorbehoudt'
const small =
  'Onze Ons Zijne Hare om teneinde niet geen wel ook alleen slechts dan al reeds thans nu nog weer toch dus echter tevens onjuist correct foutief verkeerd mede eveneens immers daarom voorts verder vervolgens bovendien namelijk ten dien daarmee hiermee hierna hierin hierbij waaronder er hier daar ' +
  'die dat wiens wier hetwelk hetgeen welks wie wat welke welk deze dit hun haar hij zij ze men wij we ik u je hem een elke elk ieder iedere alle allen beide anders anderen enige dezelfde hetzelfde dergelijke zulke genoemd genoemde bedoeld bedoelde gesteld gestelde vastgesteld vastgestelde aangewezen omschreven vermeld vermelde opgenomen geregeld geregelde gegeven gebaseerd gebaseerde berustende krachtens ingevolge volgens conform overeenkomstig behoudens tenzij indien als zoals omdat doordat zodat opdat wanneer hoewel terwijl want maar of noch respectievelijk onderscheidenlijk onverminderd alsmede alsook evenals dan per vanaf sinds gedurende tijdens binnen zonder wegens vanwege ondanks tussen na voordat nadat totdat zodra zolang zover gelet gezien gehoord gelezen ' +
  'werkzaam werkzame woonachtig gerechtigd later eerder vaak soms meestal spoedig direct onmiddellijk tijdig nader gisteren vandaag morgen meer minder veel weinig ertoe ervan ervoor erop eraan erbij overeenkomstige afwijking lid leden artikel artikelen art hoofdstuk bijlage paragraaf afdeling titel onderdeel onder voordracht voornoemd voornoemde af toe mee terug zelf verstaan haars behandeld beoordeeld hiervoor hierboven hieronder recht ex schriftelijk gelijk bekend klaar vast thuis samen juist voldoende mogelijk noodzakelijk nodig onverkort rechtstreeks uitsluitend uiterlijk ingetrokken vervallen gewijzigd aldaar enz etc resp jo juncto c.q cq nr nrs aanleiding ' +
  'bevoegde verantwoordelijke toepasselijke benodigde vereiste vallende behorende geldende vloeiende voortvloeiende liggende werkende voorziene verschuldigde toekomende'

/** When, how often and how something is done. */
const adverbs =
  'jaarlijks maandelijks wekelijks driejaarlijks tweejaarlijks halfjaarlijks telkens steeds alsnog altijd nooit vooraf achteraf terstond onverwijld alvast eerst eenmaal tweemaal ambtshalve bijvoorbeeld hoofdzakelijk voornamelijk grotendeels ongeveer minstens hoogstens tenminste tenslotte uiteindelijk inmiddels destijds eertijds voorheen voordien nadien sindsdien dadelijk heden opnieuw wederom andermaal terecht onterecht zonodig evenmin evenzeer evenwel niettemin desondanks desalniettemin desgevraagd desgewenst daarentegen integendeel overigens anderszins elders ergens nergens overal eigenlijk waarschijnlijk vermoedelijk kennelijk blijkbaar klaarblijkelijk nadrukkelijk uitdrukkelijk stilzwijgend rechtens gehouden onherroepelijk gelijktijdig tegelijk tegelijkertijd achtereenvolgens successievelijk enkel louter vooral hoofdelijk naast behalve jegens inclusief exclusief pas toen vooralsnog eens zeker nauwelijks amper bijna haast vrijwel onvoldoende genoeg ruimschoots nogal erg heel helemaal absoluut ongetwijfeld misschien wellicht allicht helaas jammer kortom alhier vandaar zodoende sommige meerdere diverse zoveel iemand niemand iets niets twee drie vier vijf zes zeven acht negen tien elf twaalf twintig dertig honderd duizend mondeling terzake zuiver boven beneden langs mits ofwel hetzij zowel idem aldus zodanig dusdanig derhalve bijgevolg dientengevolge mitsdien zogenaamd zogeheten'

const finite: ReadonlySet<string> = new Set(verbs.split(' '))
const ends: ReadonlySet<string> = new Set(
  `${verbs} ${small} ${adverbs}`.split(' ')
)

const pointing =
  /^(?:daar|hier|waar|er)(?:aan|achter|af|bij|binnen|boven|buiten|door|heen|in|langs|mee|na|naar|naast|om|omtrent|onder|op|over|tegen|tegenover|toe|tussen|uit|van|voor)$/

/** `zorgt`, `neemt`, `verstrekt`: only verbs end so, and a few nouns. */
const verbal = /(?:[bdfgkmpr]t|lt|jdt)$/
const nounsInT =
  /(?:[mr]arkt|cept|schrift|gift|lift|drift|vaart|kaart|sport|soort|kort|oort|beurt|port|hart|kwart|start|concert|expert|bert|ambt|stift|helft|geboorte|bedrijft|stad|inkt|punt|velt|kobalt|asfalt|teelt|gehalt|zout|recht|kracht|park)$/

/** Whether a word shows that a name has ended before it, whatever stands between. */
export function isStop(word: string): boolean {
  if (ends.has(word) || pointing.test(word)) return true
  if (/^[A-Z]/.test(word)) return false
  return verbal.test(word) && word.length > 3 && !nounsInT.test(word)
}

/** Whether a word says that something is said: a sentence, and no name. */
export function isVerb(word: string): boolean {
  return finite.has(word)
}

/** Words that end a name, but not behind the head of one, nor behind a preposition: `Wet overige OCW-subsidies`, `van bepaalde ambten`. */
export const attributive: ReadonlySet<string> = new Set(
  'nadere overige andere ander bepaalde enkele eventuele gelijke openbaar'.split(
    ' '
  )
)

/** What a preposition makes with a noun that is no part of a name. */
const expressions: readonly (readonly [string, string])[] = [
  [
    'in',
    'samenhang verband werking acht aanmerking geval strijd plaats mindering zoverre beginsel kader zin bijzonder bezwaar beroep rekening loop dienst afwijking zake eerste tweede overleg overeenstemming hoogste praktijk totaal gevallen gebreke gevaar beslag Nederland behandeling'
  ],
  [
    'met',
    'ingang inachtneming betrekking toepassing uitzondering behulp name oog terugwerkende overeenkomstige redenen instemming goedkeuring voorbijgaan gebruikmaking gebruik vermelding verwijzing aanvulling dagtekening uitsluiting machtiging'
  ],
  [
    'op',
    'grond basis verzoek voordracht voorstel moment tijdstip datum dag aanvraag wijze last straffe hem haar hen welke juiste eerste dezelfde overeenkomstige onderdelen'
  ],
  [
    'van',
    'toepassing kracht rechtswege belang overeenkomstige invloed mening oordeel plan waarde rechtens wege'
  ],
  [
    'voor',
    'zover toepassing rekening akkoord advies zoveel geval duur periode eerste haar hem hen ten onbepaalde bepaalde'
  ],
  [
    'bij',
    'wege gebreke wijze voorbaat besluit regeling verordening beschikking nemen brief algemene ministeriële koninklijk wet aanvraag of'
  ],
  [
    'tot',
    'stand gevolg vaststelling wijziging intrekking aanpassing aanvulling beslissen uitkering dusver'
  ],
  [
    'ter',
    'zake beschikking hand inzage kennis vervanging grootte beoordeling goedkeuring plaatse zitting hoogte sprake tafel'
  ],
  ['uit', 'hoofde kracht oogpunt eigen'],
  [
    'onder',
    'voorwaarde voorwaarden vermelding meer andere handhaving verantwoordelijkheid toepassing overlegging gelijktijdige vernummering werking omstandigheden'
  ],
  ['over', 'algemeen'],
  [
    'naar',
    'aanleiding analogie rato keuze voren verwachting oordeel maatstaf behoren'
  ],
  ['door', 'middel toedoen tussenkomst hem haar'],
  ['tegen', 'vergoeding betaling achtergrond elkaar'],
  ['aan', 'hand orde elkaar hem haar'],
  ['te', '']
]
const bound: ReadonlySet<string> = new Set(
  expressions.flatMap(([preposition, nouns]) =>
    nouns.split(' ').map((noun) => `${preposition} ${noun}`)
  )
)

const uninflected =
  /(?:lijk|[^u]ig|isch|[iu]eel|baar|loos|zaam|matig)$|^(?:dagelijks|periodiek|aanvullend|gratis|formeel|digitaal|expliciet|impliciet|definitief|geheel|minimaal|maximaal|collectief|bijzonder|hoger|lager|langer|korter|sneller|beter|slechter|strenger|ruimer)$/

/** `voorlopig`, `volledig`: of a noun behind it, as in `voorlopig verblijf`, or of what is done. */
export function mayBeAdverb(word: string): boolean {
  return uninflected.test(word) && !/(?:huwelijk|materieel)$/.test(word)
}

/** Who acts, and when, in the sentence in which a name stands. */
const actors: ReadonlySet<string> = new Set(
  'college minister raad burgemeester werkgever werknemer ambtenaar belanghebbende aanvraag aanvrager commissie rechter rechtbank voorzitter directeur secretaris inspecteur griffier griffie uwv svb periode maand datum dag tijdstip moment gemeente gemeenten betrokkene medewerker verzekerde deelnemer partijen verhuurder huurder vergunninghouder vergunning gemeenteraad bestuur bestuursorgaan orgaan gevallen verzoek besluit aanvragen loop uitvoering bijlage orde politie'.split(
    ' '
  )
)

/** The preposition, and whether an article stands behind it. */
function parse(joined: string): readonly [string, boolean] {
  const parts = joined.trim().split(' ')
  const isNamed = /^(?:de|het)$/.test(parts.at(-1) ?? '')
  return [(isNamed ? parts.at(-2) : parts.at(-1)) ?? '', isNamed]
}

/** Whether a preposition and a word are an expression: `in samenhang`. */
export function isExpression(joined: string, word: string): boolean {
  return bound.has(`${parse(joined)[0]} ${word}`)
}

/** Whether a preposition, an article and a word say who acts in the sentence: `aan het college`. */
export function isActor(joined: string, word: string): boolean {
  const [preposition, isNamed] = parse(joined)
  if (!isNamed || preposition === '' || preposition === 'van') return false
  return /^(?:aan|door)$/.test(preposition) || actors.has(word)
}

const participle =
  /^(?:af|aan|bij|door|in|na|om|onder|op|over|uit|vast|voor|toe|terug|mee|weer|bekend|vrij|gelijk|samen|open|tegemoet|voort|weg|neer)?(?:ge|ver|be|ont|her|er)(?:[a-zë]{2,}[dt]e?|[a-zë]*(?:opgenomen|trokken|schreven|wezen|nomen|komen|geven|zonden|boden|houden|kozen|sloten|sproken|grepen|broken|roepen|vonden|bonden|worpen|laten|lopen|lezen|legen|daan|gaan))$/
const nounLike =
  /(?:heid|wet|verzet|goed|teit|(?:is|gs|ing|vaart|ijs)wezen|verbod|gebod|onderscheid|onderhoud|verstand|herkomst|ontvangst|gewicht|gezicht|sterkte|hoogte|diepte|beleid|recht|besluit|bericht|gebied|geluid|geweld|verband|bestand|bewind|toezicht|dienst|raad|bond|fonds|stand|arbeid|tijd|rijd|markt|plicht|kracht|vaart|sport|kind|land|brand|schuld|grond|ambt|mandaat|diensten|bedrijf|gerecht|staat|gezondte|gemeente|gedeelte|gebeurte|behoefte|belofte|gehalte|geboorte|verte|begroting|beperkte|gehandicapte|ruimte|waarde|terrein|behoud|verblijf|budget|krediet|bewoners|gebouwen|[aeiou]ntie)$/

/** `bemanningssterkte`: two nouns with an s between them, which no participle has. */
const compounded = /(?:ings|heids|teits|ments|schaps)[a-z]{3,}$/

const bare = /^[a-zë]+[dt]$/

/** `verplicht gebruik`: without an e it stands before what is called `het`, and seldom says what was done. */
export function isUninflected(word: string): boolean {
  return bare.test(word) && isParticiple(word) && !isStop(word)
}

/** Nouns that are verbs elsewhere: behind the head of a name, or a preposition, no verb of many stands. */
export const nounOrVerb: ReadonlySet<string> = new Set(
  'eisen gelden werken namen vragen toetsen wijzen'.split(' ')
)

/** What looks like a participle, and is an adjective or a noun wherever it stands. */
const adjectival =
  'gevaarlijke|gemeenschappelijke|gelijke|bekostiging|verpl|voortgezet|geregistreerde?|genetisch|gehandicapte|gewezen|gevonden|gereglementeerde|gefluoreerde|bezwarende|beschikbare|beschut|begeleid|uitgebreide|gedetacheerde|gepensioneerde|gedupeerde|geregionaliseerde|(?:beroeps|bedrijfs|bestuurs|gezondheids|verkeers|verzekerings|belasting)[a-z]{5,}e$'
const isAdjectival = new RegExp(`^(?:${adjectival})`)

/** Participles with which a name may begin. */
export const opening = new RegExp(
  `^(?:${adjectival}|ge[a-zë]+eerde$|verplichte|beschermde?|gesloten|verontreinigde|beperkte|beëdigde|verbeterde|betaald|verzekerde|gecombineerde?|geïntegreerde?|erkende|gedeelde|gebruikte|verhoogde|versnelde|vervroegde|gemengde|gedragen|vernieuwde|afgedankte|verpakte|doorstraalde|gereserveerde|inbeslaggenomen|bewerkte|vervroegd)`
)

/** Whether a word says what was done: `verstrekte`, `bekostigd`. */
export function isParticiple(word: string): boolean {
  return (
    participle.test(word) &&
    ![nounLike, compounded, isAdjectival].some((noun) => noun.test(word))
  )
}
