/** The packages that the product was tested with: what a job gets where no interpreter here says otherwise. */
export const testedVersions: Readonly<Record<string, string>> = {
  trl: '1.16.0',
  transformers: '5.23.0',
  datasets: '5.2.0',
  accelerate: '1.15.0',
  peft: '0.21.2',
  torch: '2.13.0',
};
