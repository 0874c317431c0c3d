/** Why a unit cannot be explained, and what to do, as a sentence for the user. */
export class CannotExplain extends Error {}
