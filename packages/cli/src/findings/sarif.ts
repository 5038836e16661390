import { isError, type PlacedFinding } from './finding.js';

/** SARIF 2.1.0, which code hosts and editors show beside the line. @see https://docs.oasis-open.org/sarif/sarif/v2.1.0/ */
export function sarif(findings: readonly PlacedFinding[], version: string): object {
  const codes = [...new Set(findings.map(({ code }) => code))].sort();
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'everycontact', version, rules: codes.map((id) => ({ id })) } },
        results: findings.map((finding) => ({
          ruleId: finding.code,
          level: isError(finding) ? 'error' : 'warning',
          message: { text: `${finding.where}: ${finding.message}` },
          locations: [placeOf(finding)],
        })),
      },
    ],
  };
}

function placeOf({ written, where }: PlacedFinding): object {
  const logicalLocations = [{ fullyQualifiedName: where }];
  if (!written) return { logicalLocations };
  const { file, line, column } = written;
  return {
    physicalLocation: {
      artifactLocation: { uri: file.split('\\').join('/') },
      region: { startLine: line, startColumn: column },
    },
    logicalLocations,
  };
}
