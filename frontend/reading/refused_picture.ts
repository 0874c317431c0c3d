/** A picture that this page does not read. Its message is a sentence for the reader. */
export class RefusedPicture extends Error {}
