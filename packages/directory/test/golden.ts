/** Found in Node 20; a change of the format, of the ranking or of a distance changes it. */
export const golden = {
  answers: [1301747078, 3092508976, 2158787486],
  bytes: 2186811714,
  found: [
    [490, 1242, 498, 1252, 888, 1238, 38, 1248, 1257, 1260],
    [1312, 1323, 182, 1306, 1299, 1324, 614, 1308, 1313, 1333],
    [1391, 1363, 1397, 1408, 1386, 1402, 1398, 1401, 1409, 1411],
  ],
};
