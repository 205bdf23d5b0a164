// What an id of a saved run looks like: safe as a file name, and in an address. Not which runs there are.

const RUN_ID = /^[A-Za-z0-9_-]{1,64}$/;

export const isRunId = (text: string): boolean => RUN_ID.test(text);
