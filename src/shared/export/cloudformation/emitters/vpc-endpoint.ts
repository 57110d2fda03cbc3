import { displayName } from '../../../document/query.ts'
import { defineEmitter, nameTags } from '../emitter.ts'
import { Intrinsic } from '../value.ts'

/** A gateway endpoint: it makes its own routes in the tables it names (F-CFN-74). */
export const vpcEndpoint = defineEmitter({
  kind: 'vpc-endpoint',
  refuse: (endpoint) => (endpoint.VpcEndpointType === 'Gateway' ? undefined : 'this version writes no template for interface and Gateway Load Balancer endpoints'),
  emit(endpoint, to) {
    const region = to.template.place.region
    const service = /^com\.amazonaws\.([a-z0-9-]+)\.(s3|dynamodb)$/.exec(endpoint.ServiceName)
    const ownRegion = service !== null && (region === '' || region === service[1])
    const routed = to.index.referrers(endpoint.id).flatMap(({ resource }) => (resource.kind === 'route-table' ? [resource.id] : []))
    const tables = [...new Set([...endpoint.RouteTableIds, ...routed])].filter((table) => to.isExported(table)).sort()
    to.add(to.names.of(endpoint.id), 'AWS::EC2::VPCEndpoint', {
      VpcEndpointType: endpoint.VpcEndpointType,
      ServiceName: ownRegion
        ? new Intrinsic('Sub', `com.amazonaws.\${AWS::Region}.${service[2]}`)
        : endpoint.ServiceName || to.parameter(to.names.part(endpoint.id, 'ServiceName'), { type: 'String', description: `Service of endpoint ${displayName(endpoint)}, such as com.amazonaws.us-east-1.s3.` }),
      VpcId: to.ref(endpoint.VpcId),
      RouteTableIds: tables.length > 0 ? to.refs(tables) : undefined,
      Tags: nameTags(endpoint.name),
    })
  },
})
