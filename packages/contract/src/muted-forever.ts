/** As `mutedUntil`: until somebody unmutes it. Apart from the schemas, as browsers import it. */
export const mutedForever = '9999-12-31T23:59:59.000Z';
