/** What a code of a system looks like, as far as it can be told without the system: a mistyped digit is found, no more. */
export const codeForms: Readonly<Record<string, { readonly expected: string; fits(code: string): boolean }>> = {
  'http://snomed.info/sct': {
    expected: 'a SNOMED CT identifier of 6 to 18 digits whose last one is its check digit',
    fits: (code) => /^[1-9]\d{5,17}$/.test(code) && verhoeff(code),
  },
  'http://loinc.org': {
    expected: 'a LOINC code whose digit after the dash is its check digit',
    fits: (code) => /^\d{1,7}-\d$/.test(code) && mod10(code.replace('-', '')),
  },
  'urn:oid:1.2.208.176.2.21': {
    expected: 'an FSIII code, which is a UUID',
    fits: (code) => /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/.test(code),
  },
  'urn:oid:1.2.752.116.1.3.2.1.4': {
    expected: 'a KVÅ code of two letters and three signs',
    fits: (code) => /^[A-Z]{2}[A-Z\d]{3}$/.test(code),
  },
};

const multiplied = [
  [0, 1, 2, 3, 4, 5, 6, 7, 8, 9],
  [1, 2, 3, 4, 0, 6, 7, 8, 9, 5],
  [2, 3, 4, 0, 1, 7, 8, 9, 5, 6],
  [3, 4, 0, 1, 2, 8, 9, 5, 6, 7],
  [4, 0, 1, 2, 3, 9, 5, 6, 7, 8],
  [5, 9, 8, 7, 6, 0, 4, 3, 2, 1],
  [6, 5, 9, 8, 7, 1, 0, 4, 3, 2],
  [7, 6, 5, 9, 8, 2, 1, 0, 4, 3],
  [8, 7, 6, 5, 9, 3, 2, 1, 0, 4],
  [9, 8, 7, 6, 5, 4, 3, 2, 1, 0],
];
const permuted = [1, 5, 7, 6, 2, 8, 3, 0, 9, 4];

/** Verhoeff's check over the dihedral group of ten, the check digit included. */
function verhoeff(digits: string): boolean {
  let check = 0;
  for (const [place, written] of Array.from(digits).reverse().entries()) {
    let digit = Number(written);
    for (let times = 0; times < place % 8; times++) digit = permuted[digit] ?? 0;
    check = multiplied[check]?.[digit] ?? 0;
  }
  return check === 0;
}

/** Every second digit from the right doubled, the check digit included. */
function mod10(digits: string): boolean {
  let sum = 0;
  for (const [place, written] of Array.from(digits).reverse().entries()) {
    const digit = Number(written) * (place % 2 === 1 ? 2 : 1);
    sum += digit > 9 ? digit - 9 : digit;
  }
  return sum % 10 === 0;
}
