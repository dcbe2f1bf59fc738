/** How long a test waits for what must come, unless it says otherwise: long, since nothing here is judged by how quick it is. */
export const patienceMs = 30_000;
