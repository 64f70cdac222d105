/** The options of the two things that `cao new` makes. */
import type {CommandOption} from './command.ts'
import {aboutWijziging} from './drafting.ts'

/** Options of `cao new wijziging`. */
export const forWijziging: readonly CommandOption[] = [
  ...aboutWijziging,
  {
    flags: '--onderdelen <letters>',
    description: 'onderdelen van de wijziging, met komma’s ertussen, als A,B'
  },
  {
    flags: '--volgorde <getal>',
    description: 'van twee teksten met dezelfde dagen wint de hoogste'
  }
]

/** An option that says something else for each. */
export const forBoth: CommandOption = {
  flags: '--soort <soort>',
  description:
    'van een wijziging: ledenbrief, akkoord of rectificatie; met `--new`: artikel, hoofdstuk, bijlage …'
}

/** Options of `cao new version`. */
export const forVersion: readonly CommandOption[] = [
  {
    flags: '--wijziging <naam>',
    description: 'de wijziging die de versie brengt'
  },
  {
    flags: '--geldig <dag>',
    description:
      'dag met ingang waarvan de tekst geldt, of `onbepaald` (standaard die van de andere versies van de wijziging)'
  },
  {
    flags: '--onderdeel <letter>',
    description: 'onderdeel van de wijziging, als die er meer dan een heeft'
  },
  {
    flags: '--toelichting',
    description: 'leg ook een versie van de toelichting neer'
  },
  {
    flags: '--until <dag>',
    description: 'tijdelijk: leg ook de tekst neer die vanaf die dag weer geldt'
  },
  {
    flags: '--new',
    description: 'een nieuwe bepaling, achter of aan het eind van de genoemde'
  },
  {flags: '--before', description: 'met `--new`: voor de genoemde'},
  {
    flags: '--nummer <nummer>',
    description: 'met `--new`: een ander nummer dan vanzelf volgt'
  },
  {flags: '--opschrift <tekst>', description: 'het opschrift, zonder nummer'},
  {flags: '--lapse', description: 'laat vervallen, met alles wat erin staat'},
  {flags: '--renumber <nummer>', description: 'geef een ander nummer'},
  {
    flags: '--move <eenheid>',
    description:
      'verplaats naar een hoofdstuk of paragraaf, of achter een artikel'
  },
  {
    flags: '--split <nummers>',
    description: 'splits in delen met deze nummers, als 2:3,2:3a'
  },
  {
    flags: '--merge <eenheden>',
    description: 'voeg de tekst van deze artikelen erbij, als 2:4,2:5'
  }
]
