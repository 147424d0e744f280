/*
 * The prefix of the events by which the two worlds talk. It is random for each JVM, so that no page
 * can guess it.
 */
export default '@bridge@';
