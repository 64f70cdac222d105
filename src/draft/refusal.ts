/** The request cannot be carried out as it stands; the message says in Dutch what is the case and what to do. */
export class Refusal extends Error {
  override readonly name = 'Refusal'
}
