/**
 * Stage: legal tree → the same tree in JSON, key by key.
 *
 * Nothing passes by accident: a position, or a field that mdast's types allow
 * but the schema does not name, stays behind.
 */

import {defined} from '../defined.ts'
import type {Block, Phrasing} from '../model.ts'
import type {BlockJson, PhrasingJson} from './json-schema-blocks.ts'

/** The blocks of a unit as `json-schema-blocks.ts` describes them. */
export function blocksJson(blocks: readonly Block[]): BlockJson[] {
  return blocks.map(blockJson)
}

function blockJson(block: Block): BlockJson {
  switch (block.type) {
    case 'alinea': {
      const {type, role, content} = block
      return {type, role, content: phrasingJson(content)}
    }
    case 'tussenkop': {
      const {type, depth, content} = block
      return {type, depth, content: phrasingJson(content)}
    }
    case 'tabel':
      return {
        type: block.type,
        align: [...block.align],
        rows: block.rows.map(({cells}) => ({cells: cells.map(phrasingJson)}))
      }
    case 'noot': {
      const {type, merk, content} = block
      return {type, merk, content: blocksJson(content)}
    }
    case 'citaat':
      return {type: block.type, content: blocksJson(block.content)}
    default: {
      const {type, label, nummer, laag, content} = block
      return defined({type, label, nummer, laag, content: blocksJson(content)})
    }
  }
}

function phrasingJson(nodes: readonly Phrasing[]): PhrasingJson[] {
  return nodes.map(nodeJson)
}

function nodeJson(node: Phrasing): PhrasingJson {
  switch (node.type) {
    case 'text':
      return {type: node.type, value: node.value}
    case 'break':
      return {type: node.type}
    case 'footnoteReference':
      return {type: node.type, merk: node.label ?? node.identifier}
    case 'link':
      return {type: node.type, url: node.url, children: inner(node)}
    default:
      return {type: node.type, children: inner(node)}
  }
}

// The dialect makes nothing but Phrasing; mdast's type allows more.
function inner(node: Extract<Phrasing, {children: unknown}>): PhrasingJson[] {
  return phrasingJson(node.children as Phrasing[])
}
