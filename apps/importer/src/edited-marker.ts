// The iPhone puts a direction mark before it. Other languages' markers stay in the text.
const EDITED =
  /[ \n]?\u200e?<(?:This message was edited|Diese Nachricht wurde bearbeitet|Se editó este mensaje|Mensagem editada|Ce message a été modifié|Questo messaggio è stato modificato|Dit bericht is bewerkt)\.?>\s*$/;

/** Takes WhatsApp's `<This message was edited>` off the end of a message. */
export function withoutEditedMarker(content: string): { content: string; edited: boolean } {
  const unmarked = content.replace(EDITED, '');
  return { content: unmarked, edited: unmarked !== content };
}
