const paths = {
  arrow: 'M3 8h10M9 4l4 4-4 4',
  call: 'M2 6v4h2.5L8.500 13V3L4.500 6zM11 5.500a4 4 0 010 5M12.800 3.500a7 7 0 010 9',
  line: 'M1.800 6.200a9 9 0 0112.400 0M4 8.700a5.800 5.800 0 018 0M6.200 11.200a2.600 2.600 0 013.600 0M8 13.400v.1',
  lost: 'M1.800 6.200a9 9 0 0112.400 0M4 8.700a5.800 5.800 0 018 0M8 13.400v.1M2 14L14 2',
  printer: 'M4.500 6V2h7v4M4.500 11.500H2.500V6h11v5.500h-2M4.500 9.500h7v4.500h-7z',
  tick: 'M3 8.500l3.200 3.200L13 5',
  guide: 'M8 2.200a5.800 5.800 0 100 11.600A5.800 5.800 0 008 2.200zM8 7.300v3.500M8 5.100v.1',
  wait: 'M8 2.200a5.800 5.800 0 100 11.600A5.800 5.800 0 008 2.200zM8 4.800V8l2.200 1.600',
  closed: 'M8 2.200a5.800 5.800 0 100 11.600A5.800 5.800 0 008 2.200zM4 4l8 8',
} as const

export type PictureName = keyof typeof paths

/** A picture beside a word on the public screens; it never stands alone. */
export function Picture({ name }: { name: PictureName }) {
  return (
    <svg className="picture" viewBox="0 0 16 16" aria-hidden="true">
      <path d={paths[name]} />
    </svg>
  )
}
