/** A move that cannot begin or was undone, in one sentence for the operator. It never has a password in it. */
export class MoveError extends Error {
  constructor(sentence: string) {
    super(sentence)
    this.name = 'MoveError'
  }
}
