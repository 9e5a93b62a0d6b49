/** Made when the site is built, by `scripts/exampleText.js`. */
declare module "virtual:example-design" {
  const text: string;
  export default text;
}
