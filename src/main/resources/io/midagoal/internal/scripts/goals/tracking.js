/*
 * Section script: the queue's track command, or a call of mida.track, with exactly the name. The types
 * event and revenue are tracked the same way.
 */
const TYPES = ['script', 'event', 'revenue'];

/**
 * The name that a command of Mida's queue tracks, or undefined.
 * @param {unknown} command
 */
const nameOf = (command) =>
  (Array.isArray(command) && command[0] === 'track' ? command[1] : undefined);

export default {TYPES, nameOf};
