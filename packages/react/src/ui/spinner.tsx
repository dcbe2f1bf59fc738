/** Something is under way; what, its surroundings say. */
export const Spinner = () => <span className="vc-spinner" aria-hidden />;
