/** Fills a message's {placeholders}. A placeholder without a value is a fault of the rule, so it throws. */
export function formatMessage(template: string, data: Readonly<Record<string, string | number>>): string {
  return template.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const value = data[name];
    if (value === undefined) throw new Error(`The message "${template}" has no value for {${name}}.`);
    return String(value);
  });
}
