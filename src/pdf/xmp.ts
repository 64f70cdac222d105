/**
 * Stage: what a document is → its metadata in XMP.
 *
 * Says which norms it meets, its title, language and days, and, in a schema of
 * our own, which text it holds. Nothing else is claimed: no publisher, no
 * author, no official series.
 */
import type {Flavour} from './flavour.ts'

/** What the metadata tell. */
export interface Facts {
  readonly flavour: Flavour
  readonly title: string
  readonly language: string
  /** Full ISO time, the same for making and changing; absent where the text is of no day. */
  readonly time: string | undefined
  readonly creator: string
  readonly producer: string
  readonly description?: string | undefined
  /** What identifies the text, by a name of letters: regeling, geldig, hash … */
  readonly about: ReadonlyMap<string, string>
}

/** The namespace of our own schema. */
const ownSchema = 'urn:caoc:pdf:1#'

const identifiers = {
  pdfaid: 'http://www.aiim.org/pdfa/ns/id/',
  pdfuaid: 'http://www.aiim.org/pdfua/ns/id/',
  dc: 'http://purl.org/dc/elements/1.1/',
  xmp: 'http://ns.adobe.com/xap/1.0/',
  pdf: 'http://ns.adobe.com/pdf/1.3/',
  caoc: ownSchema
}

/** The XMP packet. */
export function xmp(facts: Facts): string {
  const {flavour, title, language, time, creator, producer} = facts
  const about = [...facts.about].map(([key, value]) =>
    tag(`caoc:${key}`, value)
  )
  return `<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
${block('pdfaid', [tag('pdfaid:part', flavour.slice(0, 1)), tag('pdfaid:conformance', 'A')])}
${block('pdfuaid', [tag('pdfuaid:part', '1')])}
${block('dc', [
  tag('dc:format', 'application/pdf'),
  `<dc:title>${alternatives(title, language)}</dc:title>`,
  `<dc:language><rdf:Bag>${tag('rdf:li', language)}</rdf:Bag></dc:language>`,
  ...(facts.description === undefined
    ? []
    : [
        `<dc:description>${alternatives(facts.description, language)}</dc:description>`
      ])
])}
${block('xmp', [
  tag('xmp:CreatorTool', creator),
  ...(time === undefined
    ? []
    : ['CreateDate', 'ModifyDate', 'MetadataDate'].map((key) =>
        tag(`xmp:${key}`, time)
      ))
])}
${block('pdf', [tag('pdf:Producer', producer)])}
${about.length > 0 ? `${block('caoc', about)}\n` : ''}${extensions(facts)}
</rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>`
}

function block(
  prefix: keyof typeof identifiers,
  lines: readonly string[]
): string {
  return `<rdf:Description rdf:about="" xmlns:${prefix}="${identifiers[prefix]}">${lines.join('')}</rdf:Description>`
}

function tag(called: string, text: string): string {
  return `<${called}>${escaped(text)}</${called}>`
}

function alternatives(text: string, language: string): string {
  const says = (lang: string): string =>
    `<rdf:li xml:lang="${lang}">${escaped(text)}</rdf:li>`
  return `<rdf:Alt>${says('x-default')}${says(language)}</rdf:Alt>`
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
}

/** PDF/A wants every schema that it does not know described in the file itself. */
function extensions({about}: Facts): string {
  const ua = schema('pdfuaid', 'PDF/UA', [
    property('part', 'Integer', 'internal', 'Part of ISO 14289')
  ])
  const own = schema(
    'caoc',
    'caoc',
    [...about.keys()].map((key) => property(key, 'Text', 'external', key))
  )
  const schemas = about.size > 0 ? ua + own : ua
  return `<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#"><pdfaExtension:schemas><rdf:Bag>${schemas}</rdf:Bag></pdfaExtension:schemas></rdf:Description>`
}

function schema(
  prefix: keyof typeof identifiers,
  title: string,
  properties: readonly string[]
): string {
  return `<rdf:li rdf:parseType="Resource">${tag('pdfaSchema:schema', title)}${tag('pdfaSchema:namespaceURI', identifiers[prefix])}${tag('pdfaSchema:prefix', prefix)}<pdfaSchema:property><rdf:Seq>${properties.join('')}</rdf:Seq></pdfaSchema:property></rdf:li>`
}

function property(
  called: string,
  type: string,
  category: string,
  description: string
): string {
  return `<rdf:li rdf:parseType="Resource">${tag('pdfaProperty:name', called)}${tag('pdfaProperty:valueType', type)}${tag('pdfaProperty:category', category)}${tag('pdfaProperty:description', description)}</rdf:li>`
}
