/** Two invented people, and what an invented record holds of them. */
export const people = [
  {
    resourceType: 'Patient',
    id: 'p-1',
    name: [{ use: 'official', given: ['Ann'], family: 'Sample' }],
    gender: 'female',
    birthDate: '1985-03-02',
  },
  {
    resourceType: 'Patient',
    id: 'p-2',
    name: [{ use: 'official', given: ['Bo'], family: 'Example' }],
    gender: 'male',
    birthDate: '1971-10-21',
  },
  {
    resourceType: 'Patient',
    id: 'p-3',
    name: [{ text: 'Cy Instance' }],
    birthDate: '1940-01-01',
    deceasedBoolean: true,
  },
] as const;
