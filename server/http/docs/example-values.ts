/** The values in the document's examples. A software authenticator created and used this passkey. */
export const SAMPLE = {
  ids: { user: 'L_p32p8cDaja-6x1cjk_qg', session: 'pYJp9XCNgS8BFYf-gOchcg', passkey: 'b9cQxMV3jp-rkjbVDLJKlw' },
  handle: 'd8kohzMSPe3ZwAwBfXbqviF6tI4JMg-vOMn3Sy-PuQTYN6jolxvC9N16iMBmZEMHL0x-0RxQ183V9K9jwPGGfA',
  challenge: 'fc7mPxXHnArXs-Db0rY8N92eYtfY74BZC--vwTfqgzw',
  credentialId: '7RovhTaDGkR-4XrgT2j3acSSio2fWFcjn92XsDEbbIc',
  created:
    'eyJ0eXBlIjoid2ViYXV0aG4uY3JlYXRlIiwiY2hhbGxlbmdlIjoiZmM3bVB4WEhuQXJYcy1EYjByWThOOTJlWXRmWTc0QlpDLS12d1RmcWd6dyIsIm9yaWdpbiI6Imh0dHA6Ly9sb2NhbGhvc3Q6MzAwMCIsImNyb3NzT3JpZ2luIjpmYWxzZX0',
  attestation:
    'o2NmbXRkbm9uZWdhdHRTdG10oGhhdXRoRGF0YVikSZYN5YgOjGh0NBcPZHZgW4_krrmihjLHmVzzuoMdl2NdAAAAAAAAAAAAAAAAAAAAAAAAAAAAIO0aL4U2gxpEfuF64E9o92nEkoqNn1hXI5_dl7AxG2yHpQECAyYgASFYIFrxnHsDbjc58Qhi-CLjQi_OSUktKBEPkovxEuOMzBDFIlggaJ6otVVVnk15O8NKFEq1rdwQLpLpWJfYBCK3OBcG-V8',
  used: 'eyJ0eXBlIjoid2ViYXV0aG4uZ2V0IiwiY2hhbGxlbmdlIjoiZmM3bVB4WEhuQXJYcy1EYjByWThOOTJlWXRmWTc0QlpDLS12d1RmcWd6dyIsIm9yaWdpbiI6Imh0dHA6Ly9sb2NhbGhvc3Q6MzAwMCIsImNyb3NzT3JpZ2luIjpmYWxzZX0',
  authenticatorData: 'SZYN5YgOjGh0NBcPZHZgW4_krrmihjLHmVzzuoMdl2MdAAAAAA',
  signature: 'MEYCIQC5SIVeDmhOREhufTFY-uDKqUMRGDvqnVMrFkN1y_gVPwIhAKCJ0VVBJuoV_KnATMe4Mb-A-o5Ls1q3T1F3WHtTbZe9',
  time: Date.UTC(2026, 10, 21, 9),
  ceremony:
    'eyJhbGciOiJkaXIiLCJlbmMiOiJBMjU2R0NNIiwia2lkIjoiN2x0T2ZwVDgifQ..L_p32p8cDaja-6x1.R2n8ttRkHpOAgOcVH3rd_Q.MuvlpKwXr6eIyBY_gz4yVQ',
  chrome:
    'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36',
  backupCodes: [
    'H528-JC47-N5DA-99FG-T4WD',
    'KDFW-23QS-5G71-8RSF-VP3K',
    'NWM0-R6EX-SGG6-DCNE-G3ZB',
    'F6YA-HC0N-EMY5-Y6G6-M7BZ',
    'RZBZ-ARVW-4PTZ-PYE5-QNWX',
    'MA1V-3BPP-R970-5RB5-S0CK',
    'GQXE-KFCR-55M6-YJYN-QH7H',
    '3NWV-STWR-CP6Y-0VG0-DXHD',
    'E8HR-WR6M-85KA-491Z-GM8N',
    'VN3G-0THP-TMFD-8G7Y-K9HH',
  ],
} as const
