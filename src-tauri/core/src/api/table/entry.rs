//! How an entry of the table is written: `desk!` where the data folder must be open, `gate!` where not.

macro_rules! gate {
    ($name:literal, $request:ty => $response:ty, $run:expr) => {
        $crate::api::table::UseCase {
            name: $name,
            run: |fairlead, request| {
                let request: $request = $crate::api::table::read(request)?;
                $crate::api::table::write::<$response>($run(fairlead, request)?)
            },
            #[cfg(feature = "types")]
            described: $crate::api::table::described::Described {
                request: <$request as ::ts_rs::TS>::name,
                response: <$response as ::ts_rs::TS>::name,
                collect: |config, found| {
                    $crate::api::table::described::collect::<$request>(config, found);
                    $crate::api::table::described::collect::<$response>(config, found);
                },
            },
        }
    };
}

macro_rules! desk {
    ($name:literal, $request:ty => $response:ty, $run:expr) => {
        gate!($name, $request => $response, |fairlead: &mut $crate::fairlead::Fairlead, request| $run(&fairlead.desk()?, request))
    };
}
