/*
 * The name on which both sides of the bridge between the worlds agree. No page can guess it: it is
 * another one in each JVM.
 */
export default '@bridge@';
