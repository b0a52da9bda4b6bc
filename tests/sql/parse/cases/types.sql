SELECT CAST(a AS INT ARRAY), CAST(a AS ARRAY<INT NOT NULL>), CAST(a AS ROW<a INT, b ROW(c STRING NOT NULL, d INT 'x')>), CAST(a AS MAP<STRING, ARRAY<INT>>)
=> (select [(cast a type:<INT ARRAY>) (cast a type:<ARRAY < INT NOT NULL >>) (cast a type:<ROW < a INT , b ROW ( c STRING NOT NULL , d INT 'x' ) >>) (cast a type:<MAP < STRING , ARRAY < INT > >>)])

SELECT CAST(a AS INT NOT NULL)
!! 1:22 found NOT, expected )

SELECT CAST(a AS INT NULL)
!! 1:22 found NULL, expected )

SELECT CAST(a AS TIMESTAMP(3) WITH LOCAL TIME ZONE), CAST(a AS TIMESTAMP WITHOUT TIME ZONE), CAST(a AS TIMESTAMP_LTZ(3)), CAST(a AS TIME(3))
=> (select [(cast a type:<TIMESTAMP ( 3 ) WITH LOCAL TIME ZONE>) (cast a type:<TIMESTAMP WITHOUT TIME ZONE>) (cast a type:<TIMESTAMP_LTZ ( 3 )>) (cast a type:<TIME ( 3 )>)])

SELECT CAST(a AS TIMESTAMP WITH TIME ZONE)
!! 1:28 found WITH, expected )

SELECT CAST(a AS TIME WITH LOCAL TIME ZONE)
=> (select [(cast a type:<TIME WITH LOCAL TIME ZONE>)])

SELECT CAST(a AS INTERVAL DAY(3) TO SECOND(2)), CAST(a AS INTERVAL YEAR), CAST(a AS DOUBLE PRECISION), CAST(a AS CHARACTER VARYING(3)), CAST(a AS CHAR(3) CHARACTER SET x)
=> (select [(cast a type:<INTERVAL DAY ( 3 ) TO SECOND ( 2 )>) (cast a type:<INTERVAL YEAR>) (cast a type:<DOUBLE PRECISION>) (cast a type:<CHARACTER VARYING ( 3 )>) (cast a type:<CHAR ( 3 ) CHARACTER SET x>)])

SELECT CAST(a AS INTERVAL DAY) + 1
=> (select [(arithmetic [+] [(cast a type:<INTERVAL DAY>) 1])])

SELECT CAST(a AS DECIMAL(10, 2)), CAST(a AS DEC), CAST(a AS NUMERIC(3)), CAST(a AS ANY), CAST(a AS VARIANT), CAST(a AS BINARY VARYING(3)), CAST(a AS foo.bar)
=> (select [(cast a type:<DECIMAL ( 10 , 2 )>) (cast a type:<DEC>) (cast a type:<NUMERIC ( 3 )>) (cast a type:<ANY>) (cast a type:<VARIANT>) (cast a type:<BINARY VARYING ( 3 )>) (cast a type:<foo . bar>)])

SELECT CAST(a AS ROW<>), CAST(a AS ROW()), CAST(a AS MULTISET<INT>), CAST(a AS INT MULTISET ARRAY)
=> (select [(cast a type:<ROW <>>) (cast a type:<ROW ( )>) (cast a type:<MULTISET < INT >>) (cast a type:<INT MULTISET ARRAY>)])

SELECT CAST(a AS RAW('x', 'y')), CAST(a AS STRUCTURED<'x', a INT>)
=> (select [(cast a type:<RAW ( 'x' , 'y' )>) (cast a type:<STRUCTURED < 'x' , a INT >>)])

SELECT CAST(a AS DECIMAL(10,-2))
!! 1:29 found -, expected a scale

SELECT CAST(a AS VARCHAR(0))
=> (select [(cast a type:<VARCHAR ( 0 )>)])

SELECT CAST(a AS ROW<a INT NOT NULL COMMENT 'x'>)
!! 1:37 found COMMENT, expected a comma or >

SELECT CAST(a AS DESCRIPTOR)
=> (select [(cast a type:<DESCRIPTOR>)])

SELECT CAST(a AS MAP<STRING NOT NULL, INT NULL>)
=> (select [(cast a type:<MAP < STRING NOT NULL , INT NULL >>)])

SELECT CAST(a AS INT, b)
!! 1:21 found ,, expected )

SELECT CAST(a INT)
!! 1:15 found INT, expected AS and the type

SELECT TRY_CAST(a AS INT), SAFE_CAST(a AS INT)
!! 1:28 Flink SQL has no function SAFE_CAST(..) [write TRY_CAST(..)]

SELECT a FROM f(CAST(a AS INT))
=> (select [a] source:(functiontable (call F [(cast a type:<INT>)])))
