// Settings of a Keras layer: what JSON can say.
export type ConfigValue =
  string | number | boolean | null | readonly ConfigValue[] | { [key: string]: ConfigValue };
export type KerasConfig = Readonly<Record<string, ConfigValue>>;
