/** Styles do nothing where nothing is drawn. */
export default {};
