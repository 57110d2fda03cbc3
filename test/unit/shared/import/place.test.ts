import { describe, expect, it } from 'vitest'
import { isAccount, placeOfArn, placeOfPath, regionOfZone } from '../../../../src/shared/import/place.ts'

describe('placeOfPath', () => {
  it.each([
    ['dump/aws_configs/Vpcs.json', {}],
    ['dump/aws_configs/us-east-1/Vpcs.json', { region: 'us-east-1' }],
    ['dump/aws_configs/accounts/123456789012/us-gov-west-1/Vpcs.json', { account: '123456789012', region: 'us-gov-west-1' }],
    ['aws_configs/accounts/prod/eu-west-1/Vpcs.json', { account: 'prod', region: 'eu-west-1' }],
    ['larger/us-east-1/ec2-describe-vpcs.json', { region: 'us-east-1' }],
    ['123456789012\\ap-southeast-2\\x.json', { account: '123456789012', region: 'ap-southeast-2' }],
    ['us-east-1/s3/bucket/x.json', { region: 'us-east-1' }],
    ['my-test-1/us-east-1.json', {}],
    ['us-east-1', {}],
  ])('%s', (path, place) => {
    expect(placeOfPath(path)).toEqual(place)
  })
})

it('finds the Region of zones and Local Zones', () => {
  expect(['us-east-1a', 'us-west-2-lax-1a', 'us-gov-east-1b', 'use1-az1', 'x'].map(regionOfZone)).toEqual(['us-east-1', 'us-west-2', 'us-gov-east-1', undefined, undefined])
})

it('finds account and Region of ARNs', () => {
  expect(placeOfArn('arn:aws-us-gov:ec2:us-gov-west-1:123456789012:vpc/vpc-1')).toEqual({ account: '123456789012', region: 'us-gov-west-1' })
  expect(placeOfArn('arn:aws:s3:::bucket')).toEqual({})
  expect(placeOfArn('vpc-1')).toEqual({})
})

it('does not take AWS itself for an account', () => {
  expect(['123456789012', 'prod', 'AWS', 'amazon-aws', '', 'a b'].map(isAccount)).toEqual([true, true, false, false, false, false])
})
