import { answer, type Outcome } from '../../shared/contract.ts'
import type { Design } from '../../shared/document/design.ts'
import { exportCloudFormation, type CloudFormationExport } from '../../shared/export/cloudformation/index.ts'

/** Writes a design as CloudFormation templates. */
export function writeTemplates(design: Design): Outcome<CloudFormationExport> {
  return answer(exportCloudFormation(design))
}
